import type { Job } from '@/lib/job/job';
import type { Pace } from './ports';

/** The page itself asks for the state of its operations this often (captured). */
export const POLL_EVERY_MS = 5000;

/** The job whose turn is next: the oldest waiting one of an account that can send. */
export const nextWaiting = (open: readonly Job[], canSend: ReadonlySet<string>): Job | undefined =>
  open
    .filter((job) => job.state === 'waiting' && canSend.has(job.account))
    .sort((a, b) => a.createdAt - b.createdAt)[0];

/**
 * How long to wait before the next submit may go out: 0 when now, undefined while as many jobs run
 * at Flow as the pace allows; the end of one of them is the next occasion.
 */
export function submitDelay(
  open: readonly Job[],
  lastSentAt: number | undefined,
  pace: Pace,
  now: number,
): number | undefined {
  const atFlow = open.filter((job) => job.state === 'running' || job.state === 'submitting');
  if (atFlow.length >= pace.atOnce) return undefined;
  if (lastSentAt === undefined || lastSentAt > now) return 0;
  return Math.max(0, lastSentAt + pace.gapMs - now);
}
