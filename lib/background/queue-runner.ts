import { inBursts } from '@/lib/base/in-bursts';
import { warn } from '@/lib/base/log';
import { createStayAwake } from '@/lib/browser/awake';
import { showBadge } from '@/lib/browser/badge';
import type { Media } from '@/lib/flow/media';
import type { HoldReason } from '@/lib/jobs/hold';
import type { JobIn } from '@/lib/jobs/job';
import { createPoll } from '@/lib/queue/poll-running';
import type { Changed, JobPort, QueuePorts } from '@/lib/queue/ports';
import { createSettle } from '@/lib/queue/settle-unknown';
import { type SubmitMemory, submitNext } from '@/lib/queue/submit-next';
import { createWorkLoop, type Wait } from '@/lib/queue/work-loop';
import { settings, storeRefusedAt } from '@/lib/storage/items';
import type { JobStore } from '@/lib/storage/job-store';
import { WithheldError } from '@/lib/storage/withheld';

/** What keeps the queue going. */
export interface QueueRunner {
  /** The ports as the queue sees them: every changed job wakes the loop that it concerns. */
  readonly ports: QueuePorts;
  /** What the last worker left behind is sorted out: from now on the loops run. */
  begin(): void;
  /**
   * Something changed: new jobs, a live session, a balance, a lifted hold, the network. Loops that
   * have their next time already keep it: Flow is not asked more often for it. Before the beginning
   * it does nothing: the beginning looks at everything.
   */
  wake(): void;
  /** The page shows clips: where one may be that of an unknown job, its project's list is asked. */
  hear(media: readonly Media[]): Promise<void>;
  /** Called after every step of a loop: jobs or the hold may have changed. */
  onStep(listener: () => void): void;
}

/**
 * Three work loops, so that a submit that hangs does not keep the others from being followed, and the
 * worker awake exactly as long as one of them has work near. A step that throws met a database that
 * refuses; it is tried again, nothing is sent meanwhile, and views say so.
 *
 * @param ended told of each job that is done
 */
export function createQueueRunner(
  outer: Omit<QueuePorts, 'jobs'>,
  store: JobStore,
  ended: (job: JobIn<'done'>) => void,
): QueueRunner {
  const listeners: (() => void)[] = [];
  const report = (error: unknown) => warn('queue', error);
  const update: JobPort['update'] = async (id, change, extras) => {
    const { savesResults = false } = await settings.get();
    const step = await store.update(id, change, { ...extras, savesResult: savesResults });
    if (step?.changed) wakeFor(step);
    return step;
  };
  const ports: QueuePorts = { ...outer, jobs: { ...store, update } };
  const memory: SubmitMemory = { answers: new Map() };
  const submits = createWorkLoop(
    told(() => submitNext(ports, memory)),
    changed,
    broken,
  );
  const poll = createPoll(ports);
  const polls = createWorkLoop(
    told(async () => {
      const wait = await poll();
      if (mayBeOver((await outer.hold.get())?.reason)) submits.runNow();
      return wait;
    }),
    changed,
    broken,
  );
  const settle = createSettle(ports);
  const settles = createWorkLoop(told(settle.look), changed, broken);
  const loops = [submits, polls, settles];
  let hasBegun = false;

  /** The network is back, or the answer may have brought what waits its credits or its share of the day. */
  const mayBeOver = (reason: HoldReason | undefined): boolean =>
    reason === 'no-credits' || reason === 'limit' || (reason === 'offline' && ports.isOnline());

  /** A new running job wants to be followed; the end of one may let the next one go. */
  function wakeFor({ job }: Changed): void {
    if (job.state === 'done') ended(job);
    if (!hasBegun) return;
    if (job.state === 'running') polls.runIfIdle();
    if (job.state === 'unknown') settles.runNow();
    if (job.state !== 'running' && job.state !== 'submitting') submits.runNow();
  }

  function broken(error: unknown): void {
    report(error);
    // Views of that version say it themselves.
    if (error instanceof WithheldError) return;
    void storeRefusedAt.set(outer.now()).catch(report);
  }

  const stayAwake = createStayAwake();
  const keepAwake = inBursts(() => {
    const due = loops.map((loop) => loop.dueMs()).filter((ms) => ms !== undefined);
    return stayAwake(due.length === 0 ? undefined : Math.min(...due));
  }, report);
  const count = inBursts(countJobs, report);

  function changed(): void {
    keepAwake();
    count();
    for (const listener of listeners) listener();
  }

  async function countJobs(): Promise<void> {
    const running = (await store.open()).filter((job) => job.state !== 'waiting').length;
    const unknown = (await store.unknown()).length;
    const hold = await outer.hold.get();
    const { showsCount = true } = await settings.get();
    await showBadge(
      showsCount ? running : 0,
      unknown > 0 || (hold !== undefined && hold.reason !== 'paused'),
    );
  }

  function wake(): void {
    if (!hasBegun) return;
    submits.runNow();
    polls.runIfIdle();
    settles.runIfIdle();
  }

  return {
    ports,
    begin() {
      hasBegun = true;
      wake();
    },
    wake,
    async hear(media) {
      const isHeard = await settle.hear(media);
      if (isHeard && hasBegun) settles.runNow();
    },
    onStep(listener) {
      listeners.push(listener);
    },
  };
}

/** A step that went well also shows that the database takes writes again. */
function told(step: () => Promise<Wait>): () => Promise<Wait> {
  return async () => {
    const wait = await step();
    if ((await storeRefusedAt.get()) !== undefined) await storeRefusedAt.set(undefined);
    return wait;
  };
}
