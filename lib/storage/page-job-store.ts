import type { Media } from '@/lib/flow/media';
import {
  type HeardOperation,
  type PageJob,
  pageJobHeard,
  pageJobListed,
} from '@/lib/jobs/page-job';
import { type Database, database } from './database';
import { quarantineOf } from './quarantine';
import { readerOf } from './readers';
import type { Reads } from './transaction';

/** More than a list is looked through for; the oldest gives way, whatever the page goes on to tell. */
export const PAGE_JOBS_AT_MOST = 2000;

/** Jobs that the page has started, in the database. */
export function createPageJobStore(db: Database = database) {
  const quarantine = quarantineOf(db);

  /** Stores what a change makes of these jobs; what stays the same is not written. */
  const change = (
    find: (from: Reads) => Promise<PageJob[]>,
    step: (job: PageJob) => PageJob,
  ): Promise<number> =>
    db.write(['pageJobs'], async (transaction) => {
      const before = await find(transaction);
      const after = before.map(step).filter((job, index) => job !== before[index]);
      await transaction.put('pageJobs', after);
      return after.length;
    });

  return {
    /** Adds what is not known yet. */
    add: (started: readonly PageJob[]): Promise<void> =>
      db.write(['pageJobs', 'quarantine'], async (transaction) => {
        const ids = started.map(({ id }) => id);
        await quarantine.keepOdd(transaction, 'pageJobs', ids);
        const known = await readerOf('pageJobs', transaction).some(ids);
        const isKnown = (id: string) => known.some((job) => job.id === id);
        await transaction.put(
          'pageJobs',
          started.filter(({ id }) => !isKnown(id)),
        );
        const oldestFirst = await transaction.read('pageJobs', (jobs) =>
          jobs.index('createdAt').getAllKeys(),
        );
        await transaction.delete('pageJobs', oldestFirst.slice(0, -PAGE_JOBS_AT_MOST));
      }),

    /**
     * Takes in what an answer of the page says of its operations.
     *
     * @param account whose tab it was: another account's jobs are left alone
     */
    hear: (heard: readonly HeardOperation[], account: string, now: number): Promise<number> => {
      const byName = new Map(heard.map((state) => [state.name, state]));
      const names = [...byName.keys()].filter((name) => name !== undefined);
      return change(
        (from) => readerOf('pageJobs', from).some(names),
        (job) => {
          const state = byName.get(job.id);
          return state && job.account === account ? pageJobHeard(job, state, now) : job;
        },
      );
    },

    /** Takes in a list of clips that the page shows: what is in it is done. */
    see: (listed: readonly Media[], now: number): Promise<number> =>
      change(runningPageJobs, (job) => pageJobListed(job, listed, now)),

    /** Takes jobs that have ended off the list, or puts them back; says how many have changed. */
    clear: (ids: readonly string[], isCleared: boolean, now: number): Promise<number> =>
      change(
        (from) => readerOf('pageJobs', from).some(ids),
        (job) => {
          if (job.state === 'running' || (job.clearedAt !== undefined) === isCleared) return job;
          const { clearedAt: _, ...rest } = job;
          return { ...rest, ...(isCleared && { clearedAt: now }) };
        },
      ),
  };
}

export type PageJobStore = ReturnType<typeof createPageJobStore>;

/** Those that run, in no order. */
export const runningPageJobs = (from: Reads): Promise<PageJob[]> =>
  readerOf('pageJobs', from).all((jobs) => jobs.index('state').getAll('running'));

/** What the page has started at that moment (epoch ms) or later, oldest first. */
export const pageJobsSince = (since: number, from: Reads): Promise<PageJob[]> =>
  readerOf('pageJobs', from).all((jobs) =>
    jobs.index('createdAt').getAll(IDBKeyRange.lowerBound(since)),
  );

/** All that the page has started, newest first. */
export const allPageJobs = async (from: Reads): Promise<PageJob[]> =>
  (await pageJobsSince(0, from)).reverse();
