import * as z from 'zod/mini';
import type { Media } from '@/lib/flow/media';
import type { Cost } from '@/lib/job/cost';
import { canGoAgain, isEnded, type Job, type JobIn, OPEN_STATES } from '@/lib/job/job';
import { costSince, type LedgerEntry, ledgerId } from '@/lib/job/ledger';
import { requestedSave } from '@/lib/job/save';
import { type Database, database } from './database';
import { fileOf } from './file';
import {
  jobsIn,
  jobsSentSince,
  lastSubmit,
  latestChange,
  makerOf,
  readJob,
  resultFile,
} from './job-queries';
import { entriesSince } from './ledger-queries';
import { withSeen } from './library';
import { createReaders } from './readers';

interface Change {
  readonly job: Job;
  readonly entry?: LedgerEntry | undefined;
}

interface Extras {
  readonly media?: Media;
  readonly rawBytes?: string;
  /** The clip that the change wants for its job: a media id. */
  readonly claims?: string | undefined;
  /** The setting wants results saved: one that is done now is asked for in the same breath. */
  readonly savesResult?: boolean;
}

/** What else the transaction of a change finds. */
interface Found {
  readonly original: Job | undefined;
  readonly isTaken: boolean;
}

/** Of a job that does not parse: the clip that is its result. */
const resultSchema = z.object({ result: z.object({ mediaId: z.string() }) });

/** A result over what was known of its clip. What it is called here only stands in for Flow's title. */
const ownedBy = (known: Media, result: Media): Media =>
  withSeen(known, { ...result, title: known.title || result.title });

/**
 * Jobs in the database. Every read is parsed; what does not parse is as if it were not there, and
 * is set aside, never dropped.
 */
export function createJobStore(db: Database = database, now: () => number = Date.now) {
  const read = createReaders(db, now);

  /**
   * A stamp later than all others: two changes within one millisecond have two, and one after the clock
   * was put back is still news to whoever has seen the others. Call it inside the transaction.
   */
  async function nextStamp(): Promise<number> {
    return Math.max(now(), (await latestChange(db)) + 1);
  }

  const countOf = (batchId: string) => db.jobs.where({ batchId }).count();

  /** Media ids that are results of jobs set aside. */
  const claimedAside = async (): Promise<string[]> =>
    (await db.quarantine.toArray()).flatMap(
      ({ record }) => resultSchema.safeParse(record).data?.result.mediaId ?? [],
    );

  /** Whether a clip is the result of another job than this one. */
  async function isTaken(mediaId: string, id: string): Promise<boolean> {
    const makers = await db.jobs.where('result.mediaId').equals(mediaId).primaryKeys();
    return makers.some((maker) => maker !== id) || (await claimedAside()).includes(mediaId);
  }

  return {
    /**
     * New jobs, all or none. Resolves once they are on the disk, with how many there are.
     *
     * @param once the wish that they are of: where it has made jobs before, it makes no more
     */
    add: (jobs: readonly Job[], once?: string): Promise<number> =>
      db.transaction('rw', db.jobs, async () => {
        if (once !== undefined && (await countOf(once)) > 0) return 0;
        const changedAt = await nextStamp();
        await db.jobs.bulkAdd(jobs.map((job) => ({ ...job, changedAt })));
        return jobs.length;
      }),

    /**
     * Adds jobs that send others again; says how many. Left out are those of jobs that have a successor,
     * and of jobs that by now have come to something after all.
     */
    addAgain: (jobs: readonly (JobIn<'waiting'> & { readonly againOf: string })[]) =>
      db.transaction('rw', db.jobs, async () => {
        const ids = jobs.map(({ againOf }) => againOf);
        const repeated = await db.jobs.where('againOf').anyOf(ids).uniqueKeys();
        const settled = (await read.jobs.some(ids)).filter((job) => !canGoAgain(job));
        const leftOut = new Set([...repeated, ...settled.map(({ id }) => id)]);
        const added = jobs.filter(({ againOf }) => !leftOut.has(againOf));
        const changedAt = await nextStamp();
        await db.jobs.bulkAdd(added.map((job) => ({ ...job, changedAt })));
        return added.length;
      }),

    /** Takes jobs that have ended off the list, or puts them back; says how many have changed. */
    clear: (ids: readonly string[], isCleared: boolean): Promise<number> =>
      db.transaction('rw', db.jobs, async () => {
        const ended = (await read.jobs.some(ids)).filter(
          (job) => isEnded(job) && (job.clearedAt !== undefined) !== isCleared,
        );
        const changedAt = await nextStamp();
        await db.jobs.bulkPut(
          ended.map(({ clearedAt: _, ...job }) => ({
            ...job,
            ...(isCleared && { clearedAt: now() }),
            changedAt,
          })),
        );
        return ended.length;
      }),

    /** Marks a finished take as one to keep, or takes the mark off. */
    keep: (id: string, isKept: boolean): Promise<void> =>
      db.transaction('rw', db.jobs, async () => {
        const job = await read.jobs.get(id);
        if (job?.state !== 'done') return;
        const { keptAt: _, ...rest } = job;
        const changedAt = await nextStamp();
        await db.jobs.put({ ...rest, ...(isKept && { keptAt: now() }), changedAt });
      }),

    hasBatch: async (batchId: string): Promise<boolean> => (await countOf(batchId)) > 0,

    get: (id: string): Promise<Job | undefined> => readJob(id, db),

    some: (ids: readonly string[]): Promise<Job[]> => read.jobs.some(ids),

    /** Jobs that still need something done, in no order. */
    open: (): Promise<Job[]> => read.jobs.all(db.jobs.where('state').anyOf([...OPEN_STATES])),

    /** Jobs whose outcome nobody knows yet. */
    async unknown(): Promise<JobIn<'unknown'>[]> {
      const jobs = await jobsIn('unknown', db);
      return jobs.filter((job) => job.state === 'unknown');
    },

    /** Media ids that are results of jobs, also of those set aside: each still has its clip. */
    async claimed(): Promise<Set<string>> {
      const keys = await db.jobs.orderBy('result.mediaId').uniqueKeys();
      return new Set([...keys.map(String), ...(await claimedAside())]);
    },

    /** Jobs whose last submit went out since a moment (epoch ms), whatever came of it. */
    sentSince: (since: number): Promise<Job[]> => jobsSentSince(since, db),

    /**
     * Changes a job and its ledger entry, with what the change brings, in one transaction. The change
     * is told whether the clip that it claims is another job's by then.
     */
    update: (
      id: string,
      change: (job: Job, entry: LedgerEntry | undefined, found: Found) => Change,
      extras: Extras = {},
    ) =>
      db.transaction(
        'rw',
        [db.jobs, db.ledger, db.media, db.files, db.saves, db.quarantine],
        async () => {
          const before = await read.jobs.get(id);
          if (!before) return undefined;
          const { againOf } = before;
          const { claims } = extras;
          const known = await read.ledger.get(ledgerId(before));
          const { job, entry } = change(before, known, {
            original: againOf === undefined ? undefined : await read.jobs.get(againOf),
            isTaken: claims !== undefined && (await isTaken(claims, id)),
          });
          if (job === before) return { job, changed: false };
          await db.jobs.put({ ...job, changedAt: await nextStamp() });
          if (entry) {
            await read.quarantine.keepOdd('ledger', [entry.id]);
            await db.ledger.put(entry);
          }
          if (extras.media) {
            await read.quarantine.keepOdd('media', [extras.media.id]);
            const seen = await read.media.get(extras.media.id);
            await db.media.put(seen ? ownedBy(seen, extras.media) : extras.media);
          }
          if (extras.rawBytes !== undefined)
            await db.files.put({ jobId: id, file: fileOf(extras.rawBytes) });
          if (extras.savesResult && job.state === 'done' && before.state !== 'done')
            await db.saves.put(
              requestedSave({ id, of: 'job', by: 'setting', index: job.createdAt }, now()),
            );
          return { job, changed: true };
        },
      ),

    /** What went, or may have gone, of all accounts since a moment (epoch ms). */
    async costSince(since: number): Promise<Cost> {
      return costSince(await entriesSince(since, db), since);
    },

    /** The job whose submit went out last, or last up to a moment (epoch ms). */
    lastSubmit: (upTo?: number): Promise<Job | undefined> => lastSubmit(upTo, db),

    /** The job that a clip is the result of. */
    makerOf: (mediaId: string): Promise<Job | undefined> => makerOf(mediaId, db),

    file: (jobId: string): Promise<Blob | undefined> => resultFile(jobId, db),
  };
}

export type JobStore = ReturnType<typeof createJobStore>;
