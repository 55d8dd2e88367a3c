import * as z from 'zod/mini';
import type { Failure, FailureKind } from '@/lib/flow/failure';
import { isBare } from '@/lib/labs/replies/error';
import type { Job } from './job';

const count = z.int().check(z.gte(0));

/**
 * How many submits in a row met the same kind of stop. Stored before what became of the job is, so
 * that a worker's death in between forgets nothing.
 */
export const streakSchema = z.object({
  verification: count,
  throttled: count,
  /** No answer, or none that proves anything: the job may have been charged. */
  trouble: count,
  /** Refused without a reason, not charged: perhaps the wire has changed. */
  refused: count,
  /** The submit that was counted last: job and moment. One is counted once. */
  last: z.optional(z.string()),
  /** The job of the last refusal without a reason. The same batch sent again is no second one. */
  refusedJob: z.optional(z.string()),
});

export type Streak = z.infer<typeof streakSchema>;

export const NO_STREAK: Streak = { verification: 0, throttled: 0, trouble: 0, refused: 0 };

/** Refusals that may say no more than that Flow does not want this form of request any more. */
const MAY_BE_BARE: readonly FailureKind[] = ['invalid', 'refused', 'nothing'];

/** Whether nobody can tell what became of the submit, through no fault of the request itself. */
export const isTrouble = ({ kind, charged }: Failure): boolean =>
  charged === 'unknown' && kind !== 'content' && kind !== 'repeated';

/** Whether it was refused without a reason that lies in this request. */
export const isBareRefusal = (failure: Failure): boolean =>
  failure.charged === 'no' && MAY_BE_BARE.includes(failure.kind) && isBare(failure);

/**
 * The streak after a submit that failed. One that Flow refused for a reason of the request itself
 * shows that Flow is well and reads what it gets: it ends troubles and refusals, and is none.
 */
export function counted(before: Streak, job: Job, failure: Failure): Streak {
  const last = `${job.id}@${job.sentAt ?? 0}`;
  if (before.last === last) return before;
  const streak = { ...before, last };
  const { kind, charged } = failure;
  if (kind === 'verification') streak.verification++;
  if (kind === 'throttled') streak.throttled++;
  if (isTrouble(failure)) {
    streak.trouble++;
  } else if (isBareRefusal(failure)) {
    const isSameBatch = streak.refused > 0 && job.againOf === streak.refusedJob;
    if (!isSameBatch) streak.refused++;
    streak.refusedJob = job.id;
  } else if (charged === 'no' && (kind === 'content' || kind === 'access')) {
    streak.trouble = 0;
    streak.refused = 0;
  }
  return streak;
}
