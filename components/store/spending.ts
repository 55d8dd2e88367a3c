import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Job } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { dayStart, type LedgerEntry } from '@/lib/ledger/ledger';
import { daysBefore } from '@/lib/ledger/spending';
import { jobsSentSince } from '@/lib/storage/job-queries';
import { entriesSince, isLedgerEmpty } from '@/lib/storage/ledger-queries';
import { someMedia } from '@/lib/storage/media-queries';
import { pageJobsSince } from '@/lib/storage/page-job-store';
import type { Reads } from '@/lib/storage/transaction';
import { liveRows } from './live';

/** How many of the user's own days are looked at, today among them. */
export const PERIODS = [14, 30, 90, 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const VIEWS = ['day', 'action', 'clip'] as const;
export type View = (typeof VIEWS)[number];

/** What is shown of the ledger. */
export interface Rows {
  /** First day of the period; 0 for all that there is (epoch ms). */
  readonly since: number;
  /** Newest first. */
  readonly entries: readonly LedgerEntry[];
  /** Jobs that were sent in the period, by id. */
  readonly jobs: ReadonlyMap<string, Job>;
  /** What the page has started in the period. */
  readonly pageJobs: readonly PageJob[];
  /** Whether anything was ever sent, or started by the page in the period. */
  readonly isEmpty: boolean;
}

export type Spending = ReturnType<typeof createSpending>;

/** What of the ledger is looked at, and its rows. */
export function createSpending(now: ReadonlySignal<number>) {
  const period = signal<Period>(14);
  const view = signal<View>('day');
  const today = computed(() => dayStart(now.value));

  const rows = liveRows<Rows>(
    () => String(period.value === 'all' ? 0 : daysBefore(today.value, period.value - 1)),
    (since, from) => readRows(Number(since), from),
  );

  const sources = liveRows(
    () => [...new Set([...(rows.value?.jobs.values() ?? [])].map((job) => job.sourceId))].join(' '),
    (ids, from) => someMedia(ids.split(' ').filter(Boolean), from),
  );

  return {
    period,
    view,
    /** When today has started (epoch ms). */
    today,
    /** The entries of the period with their jobs; undefined while they are read. */
    rows,
    /** Clips and images that those jobs were made of, by id. */
    sources,
    /** The entries of today; undefined while they are read. */
    ofToday: liveRows(
      () => String(today.value),
      (start, from) => entriesSince(Number(start), from),
    ),
  };
}

async function readRows(since: number, from: Reads): Promise<Rows> {
  const entries = (await entriesSince(since, from)).toReversed();
  // A job's own time is that of its last submit: one range instead of thousands of look-ups.
  const jobs = await jobsSentSince(since, from);
  const pageJobs = await pageJobsSince(since, from);
  const isNothing = entries.length + pageJobs.length === 0;
  return {
    since,
    pageJobs,
    entries,
    jobs: new Map(jobs.map((job) => [job.id, job])),
    isEmpty: isNothing && (await isLedgerEmpty(from)),
  };
}
