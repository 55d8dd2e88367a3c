import { warn } from '@/lib/base/log';
import { stayAwake } from '@/lib/browser/awake';
import { showBadge } from '@/lib/browser/badge';
import { createLane } from '@/lib/queue/lane';
import { pollRunning } from '@/lib/queue/poll-running';
import type { Changed, JobPort, QueuePorts } from '@/lib/queue/ports';
import { submitNext } from '@/lib/queue/submit-next';
import type { JobStore } from '@/lib/store/job-store';

/** What keeps the queue going. */
export interface Heart {
  /** The ports as the queue sees them: every changed job wakes the lane that it concerns. */
  readonly ports: QueuePorts;
  /** Something changed: new jobs, a live session, a lifted hold, the network. */
  beat(): void;
}

/**
 * Two lanes, so that a submit that hangs does not keep the others from being followed, and the
 * worker awake exactly as long as one of them has work near.
 */
export function createHeart(outer: Omit<QueuePorts, 'jobs'>, store: JobStore): Heart {
  const failed = (error: unknown) => warn('queue', error);
  const update: JobPort['update'] = async (id, change, extras) => {
    const step = await store.update(id, change, extras);
    if (step?.changed) wakeFor(step);
    return step;
  };
  const ports: QueuePorts = { ...outer, jobs: { ...store, update } };
  const submits = createLane(() => submitNext(ports), changed, failed);
  const polls = createLane(() => pollRunning(ports), changed, failed);

  /** A new running job wants to be followed; the end of one may let the next one go. */
  function wakeFor({ job }: Changed): void {
    if (job.state === 'running' && polls.dueMs() === undefined) polls.poke();
    if (job.state !== 'running' && job.state !== 'submitting') submits.poke();
  }

  function changed(): void {
    const due = [submits.dueMs(), polls.dueMs()].filter((ms) => ms !== undefined);
    void stayAwake(due.length === 0 ? undefined : Math.min(...due)).catch(failed);
    void countJobs().catch(failed);
  }

  async function countJobs(): Promise<void> {
    const running = (await store.open()).filter((job) => job.state !== 'waiting').length;
    const needsPerson = (await store.countUnknown()) > 0 || (await outer.hold.get()) !== undefined;
    await showBadge(running, needsPerson);
  }

  return {
    ports,
    beat() {
      submits.poke();
      polls.poke();
    },
  };
}
