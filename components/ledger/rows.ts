import { computed, signal } from '@preact/signals';
import type { Job } from '@/lib/job/job';
import { dayStart, type LedgerEntry } from '@/lib/job/ledger';
import { daysBefore } from '@/lib/job/spending';
import { settings } from '@/lib/store/items';
import { jobsSentSince } from '@/lib/store/job-queries';
import { entriesSince, isLedgerEmpty } from '@/lib/store/ledger-queries';
import { someMedia } from '@/lib/store/media-queries';
import { liveItem, liveRows } from '../store/live';
import { now } from '../store/now';

/** How many of the person's own days are looked at, today among them. */
export const PERIODS = [14, 30, 90, 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const VIEWS = ['day', 'action', 'clip'] as const;
export type View = (typeof VIEWS)[number];

export const period = signal<Period>(14);
export const view = signal<View>('day');

/** When today has started (epoch ms). */
export const today = computed(() => dayStart(now.value));

/** What is shown of the ledger. */
export interface Rows {
  /** First day of the period; 0 for all that there is (epoch ms). */
  readonly since: number;
  /** Newest first. */
  readonly entries: readonly LedgerEntry[];
  /** Jobs that were sent in the period, by id. */
  readonly jobs: ReadonlyMap<string, Job>;
  /** Whether anything was ever sent. */
  readonly isEmpty: boolean;
}

/** The entries of the period with their jobs; undefined while they are read. */
export const rows = liveRows<Rows>(
  () => String(period.value === 'all' ? 0 : daysBefore(today.value, period.value - 1)),
  async (key) => {
    const since = Number(key);
    const entries = (await entriesSince(since)).toReversed();
    // A job's own time is that of its last submit: one range instead of thousands of look-ups.
    const jobs = await jobsSentSince(since);
    return {
      since,
      entries,
      jobs: new Map(jobs.map((job) => [job.id, job])),
      isEmpty: entries.length === 0 && (await isLedgerEmpty()),
    };
  },
);

/** Clips and images that those jobs were made of, by id. */
export const sources = liveRows(
  () => [...new Set([...(rows.value?.jobs.values() ?? [])].map((job) => job.sourceId))].join(' '),
  (ids) => someMedia(ids.split(' ').filter(Boolean)),
);

const stored = liveItem(settings);

/** Credits that a day may cost without a question, where the person has set a limit. */
export const dayLimit = computed(() => stored.value?.dayLimit);
