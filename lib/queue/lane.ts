/** A repeated step that runs one at a time and decides itself when it is wanted next. */
export interface Lane {
  /** Something changed: run as soon as possible. */
  poke(): void;
  /** Something may have changed: run, unless the next run has its time already. */
  rouse(): void;
  /** ms until the next run, 0 while running; undefined while only a poke can wake it. */
  dueMs(): number | undefined;
}

/**
 * @param step does the work and returns the ms until it is wanted again, or undefined
 * @param changed called whenever `dueMs` may have changed
 * @param broken told about an error; the step is tried again after `retryMs`
 */
export function createLane(
  step: () => Promise<number | undefined>,
  changed: () => void,
  broken: (error: unknown) => void,
  retryMs = 5000,
): Lane {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt: number | undefined;
  let running = false;
  let again = false;
  let roused = false;

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = true;
    changed();
    let wait: number | undefined;
    do {
      again = false;
      roused = false;
      try {
        wait = await step();
      } catch (error) {
        broken(error);
        wait = retryMs;
      }
    } while (again || wait === 0 || (roused && wait === undefined));
    running = false;
    dueAt = wait === undefined ? undefined : Date.now() + wait;
    if (wait !== undefined) timer = setTimeout(run, wait);
    changed();
  }

  return {
    poke: () => void run(),
    rouse() {
      // A run that is under way may have looked before the change: what it finds decides.
      if (running) roused = true;
      else if (dueAt === undefined) void run();
    },
    dueMs: () => (running ? 0 : dueAt && Math.max(0, dueAt - Date.now())),
  };
}
