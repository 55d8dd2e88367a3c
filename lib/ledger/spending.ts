import type { Job } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { type Cost, costOf, isFree, mostOf, NO_COST, plusCost } from './cost';
import type { LedgerEntry } from './ledger';

/** What submits cost together. Credits; a price that nobody knows is counted and never added as 0. */
export interface Spending extends Cost {
  /** A job that was sent several times is counted with its last submit, and so is its price. */
  readonly jobs: number;
  /** Credits that the buttons named. */
  readonly price: number;
  /** Jobs whose button named no price. */
  readonly unpriced: number;
}

export const NOTHING_SPENT: Spending = {
  jobs: 0,
  price: 0,
  unpriced: 0,
  ...NO_COST,
};

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

const plus = (sum: Spending, entry: LedgerEntry, isLast: boolean): Spending => ({
  jobs: sum.jobs + (isLast ? 1 : 0),
  price: sum.price + (isLast ? (entry.price ?? 0) : 0),
  unpriced: sum.unpriced + (isLast && entry.price === undefined ? 1 : 0),
  ...plusCost(sum, costOf(entry)),
});

/** Most credits first: those that went or may have, then those nobody knows, then jobs. */
export const mostFirst = (one: Spending, other: Spending): number =>
  mostOf(other) - mostOf(one) ||
  other.possibleUnpriced - one.possibleUnpriced ||
  other.jobs - one.jobs;

/** Jobs that failed and whose last submit was shown to have cost nothing. */
export const failedFree = (
  entries: readonly LedgerEntry[],
  jobs: ReadonlyMap<string, Job>,
): number =>
  [...lastSubmits(entries).values()].filter(
    (entry) => isFree(costOf(entry)) && jobs.get(entry.jobId)?.state === 'failed',
  ).length;

/** What the page has started, and what Flow's lists name for it. Credits. */
export interface PageSpending {
  readonly jobs: number;
  readonly price: number;
  /** Jobs whose price was not seen. */
  readonly unpriced: number;
}

/** Of what the page has started, what came to something or still may: no balance shows what it cost. */
export function pageSpendingOf(pageJobs: readonly PageJob[]): PageSpending {
  const made = pageJobs.filter(({ state }) => state === 'running' || state === 'done');
  return {
    jobs: made.length,
    price: made.reduce((sum, { price = 0 }) => sum + price, 0),
    unpriced: made.filter(({ price }) => price === undefined).length,
  };
}

/** The clip that a submit was for: by its id, or by its title where the job's record is gone. */
export function clipKey({ jobId, title }: LedgerEntry, jobs: ReadonlyMap<string, Job>): string {
  const job = jobs.get(jobId);
  return job ? `id:${job.sourceId}` : `title:${title}`;
}

/** Midnight so many of the user's own days before a day starts, however long those were (epoch ms). */
export function daysBefore(start: number, count: number): number {
  const day = new Date(start);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - count).getTime();
}

/** The starts of all of the user's own days from one to another, both included (epoch ms). */
export function daysFrom(first: number, last: number): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day = daysBefore(day, -1)) days.push(day);
  return days;
}
