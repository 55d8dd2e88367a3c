import type { Job, JobIn } from '@/lib/jobs/job';
import type { Pace } from './ports';

/** The page itself asks for the state of its operations this often (captured). */
export const POLL_EVERY_MS = 5000;
export const POLL_AT_MOST_MS = 60_000;

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
  if (lastSentAt === undefined) return 0;
  return Math.min(pace.gapMs, Math.max(0, lastSentAt + pace.gapMs - now));
}

/**
 * How long a waiting job can still be taken back for sure: 0 when it may go out. A clock that was put
 * back to before the job says nothing.
 *
 * @returns ms
 */
export function takeBackLeft(job: JobIn<'waiting'>, now: number): number {
  const { createdAt, notBefore } = job;
  return notBefore === undefined || now < createdAt ? 0 : Math.max(0, notBefore - now);
}

/**
 * How long to wait before the next status call: 5 s, and after failures in a row twice as long each
 * time up to a minute, each wait shortened at random by up to half, and never less than Flow asked.
 *
 * @param random 0 up to 1
 * @param retryAfterMs what the last refusal asked for
 */
export function pollDelay(failures: number, random: number, retryAfterMs = 0): number {
  if (failures === 0) return POLL_EVERY_MS;
  const grown = Math.min(POLL_AT_MOST_MS, POLL_EVERY_MS * 2 ** failures);
  return Math.max(POLL_EVERY_MS, grown * (1 - random / 2), retryAfterMs);
}

const SETTLE_FIRST_MS = 5000;
const SETTLE_AT_MOST_MS = 5 * 60_000;
const SETTLE_FOR_MS = 60 * 60_000;

/**
 * How long to wait before the project's list is looked at again for a job of unknown outcome: ever
 * longer the older it gets, and no more after an hour. Undefined: leave it to the user. A moment
 * that lies ahead, by a clock that was put back, says nothing of its age: looked for rarely.
 */
export function settleDelay(sentAt: number, now: number): number | undefined {
  const age = now - sentAt;
  if (age > SETTLE_FOR_MS) return undefined;
  if (age < 0) return SETTLE_AT_MOST_MS;
  return Math.min(SETTLE_AT_MOST_MS, Math.max(SETTLE_FIRST_MS, age / 2));
}
