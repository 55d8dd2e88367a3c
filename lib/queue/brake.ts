import type { Failure } from '@/lib/flow/failure';
import { heldOn, holdFor } from '@/lib/jobs/hold';
import type { Job } from '@/lib/jobs/job';
import { counted, NO_STREAK } from '@/lib/jobs/streak';
import type { QueuePorts } from './ports';

type Ports = Pick<QueuePorts, 'hold' | 'streak' | 'isOnline' | 'now'>;

/**
 * Counts a submit that failed, and holds the queue where that asks for it. Call it before what became
 * of the job is stored: a worker that dies in between finds the job in the middle of its submit and
 * counts it once more at the most.
 */
export async function brake(ports: Ports, job: Job, failure: Failure): Promise<void> {
  if (failure.kind === 'network' && !ports.isOnline()) return;
  const before = await ports.streak.get();
  const streak = counted(before, job, failure);
  if (streak === before) return;
  const hold = holdFor(failure, streak, ports.now());
  if (hold) await ports.hold.change((held) => heldOn(held, hold));
  await ports.streak.change((now) => counted(now, job, failure));
}

/** Flow took a job: whatever it met before is over. */
export const release = ({ streak }: Pick<QueuePorts, 'streak'>): Promise<void> =>
  streak.change((met) => {
    const { verification, throttled, trouble, refused } = met;
    return verification + throttled + trouble + refused > 0 ? NO_STREAK : met;
  });
