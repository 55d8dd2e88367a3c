import { SECOND_MS } from '@/lib/base/time';
import type { Hold, HoldReason } from './hold';
import { isOpen, type Job, type JobState } from './job';

/** What a user can be told of while none of our pages is in sight. */
export type NotificationKind = 'done' | 'needs' | 'failed';

/** Signing in takes a page a moment after a start; a hold that is gone by then needs nobody. */
export const HOLD_GRACE_MS = 15 * SECOND_MS;

/**
 * What to tell of a batch: nothing before all of it has ended, and once for all of it.
 *
 * @param since ends up to here (epoch ms) were told or are not news
 * @param wants whether the user wants to hear of a kind
 */
export function batchNotification(
  batch: readonly Job[],
  since: number,
  wants: (kind: NotificationKind) => boolean,
): NotificationKind | undefined {
  if (batch.some(isOpen) || !batch.some((job) => isNews(job, since))) return undefined;
  const has = (state: JobState) => batch.some((job) => job.state === state);
  if (has('unknown') && wants('needs')) return 'needs';
  if (has('failed') && wants('failed')) return 'failed';
  return has('done') && wants('done') ? 'done' : undefined;
}

/** What the user ended is no news to them. */
function isNews(job: Job, since: number): boolean {
  if (job.state === 'unknown') return (job.changedAt ?? 0) > since;
  return (job.state === 'done' || job.state === 'failed') && job.endedAt > since;
}

/** Holds that the user should know of, and how long they must have lasted. */
const NEEDS: Partial<Record<HoldReason, number>> = {
  verification: 0,
  quota: 0,
  /** Shorter ones, as long as Flow asked, are over by then. */
  trouble: HOLD_GRACE_MS,
  outage: 0,
  refused: 0,
  limit: 0,
  'no-credits': 0,
  'signed-out': HOLD_GRACE_MS,
  'site-access': 0,
  moved: HOLD_GRACE_MS,
  'flow-only': 0,
};

/** When a hold is to be told of (epoch ms), if it needs the user at all. */
export function holdDueAt(hold: Hold | undefined): number | undefined {
  const grace = hold === undefined ? undefined : NEEDS[hold.reason];
  return hold && grace !== undefined ? hold.since + grace : undefined;
}
