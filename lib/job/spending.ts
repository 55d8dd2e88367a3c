import type { Job } from './job';
import type { LedgerEntry } from './ledger';

/** What submits cost together. Credits; a price that nobody knows is counted and never added as 0. */
export interface Spending {
  /** A job that was sent several times is counted with its last submit, and so is its price. */
  readonly jobs: number;
  /** Credits that the buttons named. */
  readonly price: number;
  /** Jobs whose button named no price. */
  readonly unpriced: number;
  /** Credits that are known to have gone. */
  readonly charged: number;
  /** Credits that may have gone beside them. */
  readonly maybe: number;
  /** Submits that may have been charged, nobody knows how much. */
  readonly maybeUnpriced: number;
}

export const NOTHING_SPENT: Spending = {
  jobs: 0,
  price: 0,
  unpriced: 0,
  charged: 0,
  maybe: 0,
  maybeUnpriced: 0,
};

/** Credits of one submit: what went for sure, else up to how much may have gone. */
export type Cost =
  | { readonly kind: 'charged'; readonly credits: number }
  /** Absent: its price is not known either. */
  | { readonly kind: 'maybe'; readonly upTo?: number };

/**
 * What a submit cost, as far as anybody knows. A balance that has not moved yet proves nothing, so
 * such a submit may still cost its price.
 */
export function costOf({ charged, credits, price }: LedgerEntry): Cost {
  if (charged === 'no') return { kind: 'charged', credits: 0 };
  if (charged === 'yes' && credits !== undefined) return { kind: 'charged', credits };
  const upTo = price ?? credits;
  return { kind: 'maybe', ...(upTo !== undefined && { upTo }) };
}

/** The last submit of each job among the entries, by job id. */
export function lastSubmits(entries: readonly LedgerEntry[]): Map<string, LedgerEntry> {
  const last = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const other = last.get(entry.jobId);
    if (!other || entry.at >= other.at) last.set(entry.jobId, entry);
  }
  return last;
}

/**
 * Adds entries up by what they have in common. Every entry counts in one group, so the groups of
 * any division come to the same totals.
 *
 * @param keyOf the group of an entry
 */
export function spendingBy<Key>(
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => Key,
): Map<Key, Spending> {
  const last = lastSubmits(entries);
  const groups = new Map<Key, Spending>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const isLast = last.get(entry.jobId) === entry;
    groups.set(key, plus(groups.get(key) ?? NOTHING_SPENT, entry, isLast));
  }
  return groups;
}

/** What all entries come to. */
export const spendingOf = (entries: readonly LedgerEntry[]): Spending =>
  spendingBy(entries, () => 'all').get('all') ?? NOTHING_SPENT;

function plus(sum: Spending, entry: LedgerEntry, isLast: boolean): Spending {
  const cost = costOf(entry);
  const upTo = cost.kind === 'maybe' ? cost.upTo : 0;
  return {
    jobs: sum.jobs + (isLast ? 1 : 0),
    price: sum.price + (isLast ? (entry.price ?? 0) : 0),
    unpriced: sum.unpriced + (isLast && entry.price === undefined ? 1 : 0),
    charged: sum.charged + (cost.kind === 'charged' ? cost.credits : 0),
    maybe: sum.maybe + (upTo ?? 0),
    maybeUnpriced: sum.maybeUnpriced + (upTo === undefined ? 1 : 0),
  };
}

/** Most credits first: those that went, then those that may have, then jobs. */
export const mostFirst = (one: Spending, other: Spending): number =>
  other.charged + other.maybe - (one.charged + one.maybe) ||
  other.maybeUnpriced - one.maybeUnpriced ||
  other.jobs - one.jobs;

/** Jobs that failed and whose last submit was shown to have cost nothing. */
export const failedFree = (
  entries: readonly LedgerEntry[],
  jobs: ReadonlyMap<string, Job>,
): number =>
  [...lastSubmits(entries).values()].filter(
    ({ jobId, charged }) => charged === 'no' && jobs.get(jobId)?.state === 'failed',
  ).length;

/** The clip that a submit was for: by its id, or by its title where the job's record is gone. */
export function clipKey({ jobId, title }: LedgerEntry, jobs: ReadonlyMap<string, Job>): string {
  const job = jobs.get(jobId);
  return job ? `id:${job.sourceId}` : `title:${title}`;
}

/** Midnight so many of the person's own days before a day starts, however long those were (epoch ms). */
export function daysBefore(start: number, count: number): number {
  const day = new Date(start);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - count).getTime();
}

/** The starts of all of the person's own days from one to another, both included (epoch ms). */
export function daysFrom(first: number, last: number): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day = daysBefore(day, -1)) days.push(day);
  return days;
}
