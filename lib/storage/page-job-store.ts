import type { Media } from '@/lib/flow/media';
import {
  type HeardOperation,
  type PageJob,
  type PageJobIn,
  pageJobHeard,
  pageJobListed,
} from '@/lib/jobs/page-job';
import { type Database, database } from './database';
import { quarantineOf } from './quarantine';
import { readerOf } from './readers';
import type { Reads } from './transaction';

/** More than a list is looked through for; the oldest gives way, whatever the page goes on to tell. */
export const PAGE_JOBS_AT_MOST = 2000;
/** More ends than come in the second in which reports may cross. */
const ENDS_AT_MOST = 100;

/** Jobs that the page has started, in the database. */
export function createPageJobStore(db: Database = database) {
  const quarantine = quarantineOf(db);
  /** Ends that were told, by account and operation: what a page reports of one may come before its start. */
  const ends = new Map<string, HeardOperation>();

  function keepEnds(heard: readonly HeardOperation[], account: string): void {
    for (const each of heard)
      if (each.name !== undefined && ['done', 'failed'].includes(each.progress))
        ends.set(`${account} ${each.name}`, each);
    for (const key of [...ends.keys()].slice(0, -ENDS_AT_MOST)) ends.delete(key);
  }

  const withEnd = (job: PageJob): PageJob => {
    const end = ends.get(`${job.account} ${job.id}`);
    return end ? pageJobHeard(job, end, job.createdAt) : job;
  };

  /** Stores what a change makes of these jobs, and gives those that it has changed. */
  async function change(
    find: (from: Reads) => Promise<PageJob[]>,
    step: (job: PageJob) => PageJob,
  ): Promise<PageJob[]> {
    // The page asks every few seconds, and mostly nothing is new: the disk is spared that.
    if ((await find(db)).every((job) => step(job) === job)) return [];
    return db.write(['pageJobs'], async (transaction) => {
      const before = await find(transaction);
      const after = before.map(step).filter((job, index) => job !== before[index]);
      await transaction.put('pageJobs', after);
      return after;
    });
  }

  return {
    /** Adds what is not known yet. */
    add: (started: readonly PageJob[]): Promise<void> =>
      db.write(['pageJobs', 'quarantine'], async (transaction) => {
        const ids = started.map(({ id }) => id);
        await quarantine.keepOdd(transaction, 'pageJobs', ids);
        const known = await readerOf('pageJobs', transaction).some(ids);
        const isKnown = (id: string) => known.some((job) => job.id === id);
        await transaction.put('pageJobs', started.filter(({ id }) => !isKnown(id)).map(withEnd));
        const oldestFirst = await transaction.read('pageJobs', (jobs) =>
          jobs.index('createdAt').getAllKeys(),
        );
        await transaction.delete('pageJobs', oldestFirst.slice(0, -PAGE_JOBS_AT_MOST));
      }),

    /**
     * Puts what the page has started in the place of the job that was prepared for it, where that still
     * waits; else it is added like any other.
     */
    recognise: (preparedId: string, started: PageJob): Promise<void> =>
      db.write(['pageJobs'], async (transaction) => {
        const [prepared, known] = await Promise.all([
          readerOf('pageJobs', transaction).get(preparedId),
          readerOf('pageJobs', transaction).get(started.id),
        ]);
        if (known) return;
        const isWaiting = prepared?.state === 'prepared';
        const { createdAt } = isWaiting ? prepared : started;
        if (isWaiting) await transaction.delete('pageJobs', [preparedId]);
        await transaction.put('pageJobs', [withEnd({ ...started, createdAt })]);
      }),

    /** What was prepared for an account and still waits for a press in Flow, in no order. */
    prepared: async (account: string): Promise<PageJob[]> =>
      (await preparedPageJobs(db)).filter((job) => job.account === account),

    /** What an account has started and what still runs, oldest first. */
    running: async (account: string): Promise<PageJobIn<'running'>[]> =>
      (await runningPageJobs(db))
        .flatMap((job) => (job.state === 'running' && job.account === account ? [job] : []))
        .sort((one, other) => one.createdAt - other.createdAt),

    /**
     * Takes in what an answer of the page says of its operations.
     *
     * @param account whose tab it was: another account's jobs are left alone
     * @returns those that it has changed
     */
    hear(heard: readonly HeardOperation[], account: string, now: number): Promise<PageJob[]> {
      keepEnds(heard, account);
      return change(runningPageJobs, (job) => {
        const state = heard.find((each) => isOf(job, each));
        return state && job.account === account ? pageJobHeard(job, state, now) : job;
      });
    },

    /** Takes in a list of clips that the page shows: what is in it is done. Gives what it has changed. */
    see: (listed: readonly Media[], now: number): Promise<PageJob[]> =>
      change(runningPageJobs, (job) => pageJobListed(job, listed, now)),

    /** Takes jobs that have ended off the list, or puts them back; says how many have changed. */
    async clear(ids: readonly string[], isCleared: boolean, now: number): Promise<number> {
      const changed = await change(
        (from) => readerOf('pageJobs', from).some(ids),
        (job) => {
          if (job.state === 'running' || (job.clearedAt !== undefined) === isCleared) return job;
          const { clearedAt: _, ...rest } = job;
          return { ...rest, ...(isCleared && { clearedAt: now }) };
        },
      );
      return changed.length;
    },
  };
}

export type PageJobStore = ReturnType<typeof createPageJobStore>;

/** An operation may be asked after by its own name or, in the `media` form, by the clip that it makes. */
const isOf = (job: PageJob, { name, mediaId }: HeardOperation): boolean =>
  name === job.id || (job.mediaId !== undefined && [name, mediaId].includes(job.mediaId));

/** Those that run, in no order. */
export const runningPageJobs = (from: Reads): Promise<PageJob[]> =>
  readerOf('pageJobs', from).all((jobs) => jobs.index('state').getAll('running'));

/** Those that wait for a press in Flow and are on the list, in no order. */
export const preparedPageJobs = async (from: Reads): Promise<PageJob[]> => {
  const prepared = await readerOf('pageJobs', from).all((jobs) =>
    jobs.index('state').getAll('prepared'),
  );
  return prepared.filter(({ clearedAt }) => clearedAt === undefined);
};

/** What the page has started at that moment (epoch ms) or later, oldest first. */
export const pageJobsSince = (since: number, from: Reads): Promise<PageJob[]> =>
  readerOf('pageJobs', from).all((jobs) =>
    jobs.index('createdAt').getAll(IDBKeyRange.lowerBound(since)),
  );

/** All that the page has started, newest first. */
export const allPageJobs = async (from: Reads): Promise<PageJob[]> =>
  (await pageJobsSince(0, from)).reverse();
