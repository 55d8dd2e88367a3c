import { SECOND_MS } from '@/lib/base/time';
import type { Hold, HoldReason } from './hold';
import { type Job, type JobState, OPEN_STATES } from './job';
import type { LedgerEntry } from './ledger';

/** What a person can be told of while none of our pages is in sight. */
export type NoticeKind = 'done' | 'needs' | 'failed';

/** Signing in takes a page a moment after a start; a hold that is gone by then needs nobody. */
export const HOLD_GRACE_MS = 15 * SECOND_MS;

const OPEN: ReadonlySet<JobState> = new Set(OPEN_STATES);

/**
 * What to tell of a batch: nothing before all of it has ended, and once for all of it.
 *
 * @param since ends up to here (epoch ms) were told or are not news
 * @param wants whether the person wants to hear of a kind
 */
export function batchNotice(
  batch: readonly Job[],
  since: number,
  wants: (kind: NoticeKind) => boolean,
): NoticeKind | undefined {
  if (batch.some(({ state }) => OPEN.has(state)) || !batch.some((job) => isNews(job, since)))
    return undefined;
  const has = (state: JobState) => batch.some((job) => job.state === state);
  if (has('unknown') && wants('needs')) return 'needs';
  if (has('failed') && wants('failed')) return 'failed';
  return has('done') && wants('done') ? 'done' : undefined;
}

/** What the person ended is no news to them. */
function isNews(job: Job, since: number): boolean {
  if (job.state === 'unknown') return (job.changedAt ?? 0) > since;
  return (job.state === 'done' || job.state === 'failed') && job.endedAt > since;
}

/** Holds that go on until the person does something, and how long they must have lasted. */
const NEEDS: Partial<Record<HoldReason, number>> = {
  verification: 0,
  quota: 0,
  limit: 0,
  'no-credits': 0,
  'signed-out': HOLD_GRACE_MS,
  moved: HOLD_GRACE_MS,
};

/** When a hold is to be told of (epoch ms), if it needs the person at all. */
export function holdDueAt(hold: Hold | undefined): number | undefined {
  const grace = hold === undefined ? undefined : NEEDS[hold.reason];
  return hold && grace !== undefined ? hold.since + grace : undefined;
}

/** Credits of a batch: those that went, and those that may have gone; undefined where unknown. */
export interface Charge {
  readonly sure: number;
  readonly perhaps: number | undefined;
}

/** What the ledger says of the money of a batch. */
export function chargeOf(entries: readonly LedgerEntry[]): Charge {
  const sum = (charged: LedgerEntry['charged']) =>
    entries
      .filter((entry) => entry.charged === charged)
      .map(({ credits, price }) => credits ?? price)
      .reduce(
        (total, each) => (total === undefined || each === undefined ? undefined : total + each),
        0,
      );
  return { sure: sum('yes') ?? 0, perhaps: sum('unknown') };
}
