import { TIMER_MOST_MS } from '@/lib/base/time';

/**
 * ms until a step is wanted again; undefined when only an event from outside can help, `atMost` where
 * one may come before that.
 */
export type Wait = number | { readonly atMost: number } | undefined;

/** A repeated step that runs one at a time and decides itself when it is wanted next. */
export interface WorkLoop {
  /** Something changed: run as soon as possible. */
  runNow(): void;
  /** Something may have changed: run, unless the next run has its time already. */
  runIfIdle(): void;
  /** ms until the next run, 0 while running; undefined while only an event can start one. */
  dueMs(): number | undefined;
}

/**
 * @param step does the work and says when it is wanted again
 * @param changed called whenever `dueMs` may have changed
 * @param broken told about an error; the step is tried again after `retryMs`
 */
export function createWorkLoop(
  step: () => Promise<Wait>,
  changed: () => void,
  broken: (error: unknown) => void,
  retryMs = 5000,
): WorkLoop {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt: number | undefined;
  /** Nothing but a time is waited for. */
  let isFixed = false;
  let running = false;
  let again = false;
  let isWanted = false;

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = true;
    changed();
    let wait: Wait;
    do {
      again = false;
      isWanted = false;
      try {
        wait = await step();
      } catch (error) {
        broken(error);
        wait = retryMs;
      }
      isFixed = typeof wait === 'number';
    } while (again || wait === 0 || (isWanted && !isFixed));
    running = false;
    const ms = typeof wait === 'object' ? wait.atMost : wait;
    // The clock of the day can jump; this one cannot.
    dueAt = ms === undefined ? undefined : performance.now() + ms;
    if (ms !== undefined) timer = setTimeout(run, Math.min(ms, TIMER_MOST_MS));
    changed();
  }

  return {
    runNow: () => void run(),
    runIfIdle() {
      // A run that is under way may have looked before the change: what it finds decides.
      if (running) isWanted = true;
      else if (!isFixed) void run();
    },
    dueMs: () => (running ? 0 : dueAt && Math.max(0, dueAt - performance.now())),
  };
}
