import * as z from 'zod/mini';
import type { Media } from '@/lib/flow/media';
import { canGoAgain, isEnded, type Job, type JobIn, OPEN_STATES } from '@/lib/jobs/job';
import { requestedSave } from '@/lib/jobs/save';
import type { Cost } from '@/lib/ledger/cost';
import { costSince, type LedgerEntry, ledgerId } from '@/lib/ledger/ledger';
import { type Database, database } from './database';
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
import { createQuarantine } from './quarantine';
import { anyOf } from './ranges';
import { readerOf } from './readers';
import type { Reads, Writes } from './transaction';

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

const hasBatch = async (batchId: string, from: Reads): Promise<boolean> =>
  (await from.read('jobs', (jobs) => jobs.index('batchId').count(batchId))) > 0;

/** Those of these jobs that another one sends again. */
async function repeatedOf(ids: readonly string[], from: Reads): Promise<string[]> {
  const counts = await from.read('jobs', (jobs) =>
    Promise.all(ids.map((id) => jobs.index('againOf').count(id))),
  );
  return ids.filter((_, index) => (counts[index] ?? 0) > 0);
}

/** Media ids that are results of jobs. */
const claimedIn = (from: Reads): Promise<string[]> =>
  from.read('jobs', async (jobs) => {
    const ids: string[] = [];
    let cursor = await jobs.index('result.mediaId').openKeyCursor(null, 'nextunique');
    while (cursor) {
      ids.push(String(cursor.key));
      cursor = await cursor.continue();
    }
    return ids;
  });

/** Media ids that are results of jobs set aside. */
const claimedAside = async (from: Reads): Promise<string[]> =>
  (await from.read('quarantine', (aside) => aside.getAll())).flatMap(
    ({ record }) => resultSchema.safeParse(record).data?.result.mediaId ?? [],
  );

/** Whether a clip is the result of another job than this one. */
async function isTaken(mediaId: string, id: string, from: Reads): Promise<boolean> {
  const makers = await from.read('jobs', (jobs) =>
    jobs.index('result.mediaId').getAllKeys(mediaId),
  );
  return makers.some((maker) => maker !== id) || (await claimedAside(from)).includes(mediaId);
}

/**
 * Jobs in the database. Every read is parsed; what does not parse is as if it were not there, and
 * is set aside, never dropped.
 */
export function createJobStore(db: Database = database, now: () => number = Date.now) {
  const quarantine = createQuarantine(db, now);
  const jobsOf = (from: Reads) => readerOf('jobs', from, quarantine);

  /**
   * A stamp later than all others: two changes within one millisecond have two, and one after the clock
   * was put back is still news to whoever has seen the others.
   */
  async function nextStamp(transaction: Writes<'jobs'>): Promise<number> {
    return Math.max(now(), (await latestChange(transaction)) + 1);
  }

  return {
    /**
     * New jobs, all or none. Resolves once they are on the disk, with how many there are.
     *
     * @param once the batch that they are of: where it has made jobs before, it makes no more
     */
    add: (jobs: readonly Job[], once?: string): Promise<number> =>
      db.write(['jobs'], async (transaction) => {
        if (once !== undefined && (await hasBatch(once, transaction))) return 0;
        const changedAt = await nextStamp(transaction);
        await transaction.add(
          'jobs',
          jobs.map((job) => ({ ...job, changedAt })),
        );
        return jobs.length;
      }),

    /**
     * Adds jobs that send others again; says how many. Left out are those of jobs that have a successor,
     * and of jobs that by now have come to something after all.
     */
    addAgain: (jobs: readonly (JobIn<'waiting'> & { readonly againOf: string })[]) =>
      db.write(['jobs'], async (transaction) => {
        const ids = jobs.map(({ againOf }) => againOf);
        const repeated = await repeatedOf(ids, transaction);
        const settled = (await jobsOf(transaction).some(ids)).filter((job) => !canGoAgain(job));
        const leftOut = new Set([...repeated, ...settled.map(({ id }) => id)]);
        const added = jobs.filter(({ againOf }) => !leftOut.has(againOf));
        const changedAt = await nextStamp(transaction);
        await transaction.add(
          'jobs',
          added.map((job) => ({ ...job, changedAt })),
        );
        return added.length;
      }),

    /** Takes jobs that have ended off the list, or puts them back; says how many have changed. */
    clear: (ids: readonly string[], isCleared: boolean): Promise<number> =>
      db.write(['jobs'], async (transaction) => {
        const ended = (await jobsOf(transaction).some(ids)).filter(
          (job) => isEnded(job) && (job.clearedAt !== undefined) !== isCleared,
        );
        const changedAt = await nextStamp(transaction);
        await transaction.put(
          'jobs',
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
      db.write(['jobs'], async (transaction) => {
        const job = await jobsOf(transaction).get(id);
        if (job?.state !== 'done') return;
        const { keptAt: _, ...rest } = job;
        const changedAt = await nextStamp(transaction);
        await transaction.put('jobs', [{ ...rest, ...(isKept && { keptAt: now() }), changedAt }]);
      }),

    hasBatch: (batchId: string): Promise<boolean> => hasBatch(batchId, db),

    get: (id: string): Promise<Job | undefined> => readJob(id, db),

    some: (ids: readonly string[]): Promise<Job[]> => jobsOf(db).some(ids),

    /** Jobs that still need something done, in no order. */
    open: (): Promise<Job[]> => jobsOf(db).all((jobs) => anyOf(jobs.index('state'), OPEN_STATES)),

    /** Jobs whose outcome nobody knows yet. */
    async unknown(): Promise<JobIn<'unknown'>[]> {
      const jobs = await jobsIn('unknown', db);
      return jobs.filter((job) => job.state === 'unknown');
    },

    /** Media ids that are results of jobs, also of those set aside: each still has its clip. */
    async claimed(): Promise<Set<string>> {
      return new Set([...(await claimedIn(db)), ...(await claimedAside(db))]);
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
      db.write(['jobs', 'ledger', 'media', 'files', 'saves', 'quarantine'], async (transaction) => {
        const jobs = jobsOf(transaction);
        const before = await jobs.get(id);
        if (!before) return undefined;
        const { againOf } = before;
        const { claims } = extras;
        const known = await readerOf('ledger', transaction, quarantine).get(ledgerId(before));
        const { job, entry } = change(before, known, {
          original: againOf === undefined ? undefined : await jobs.get(againOf),
          isTaken: claims !== undefined && (await isTaken(claims, id, transaction)),
        });
        if (job === before) return { job, changed: false };
        await transaction.put('jobs', [{ ...job, changedAt: await nextStamp(transaction) }]);
        if (entry) {
          await quarantine.keepOdd(transaction, 'ledger', [entry.id]);
          await transaction.put('ledger', [entry]);
        }
        if (extras.media) {
          const { media } = extras;
          await quarantine.keepOdd(transaction, 'media', [media.id]);
          const seen = await readerOf('media', transaction, quarantine).get(media.id);
          await transaction.put('media', [seen ? ownedBy(seen, media) : media]);
        }
        if (extras.rawBytes !== undefined)
          await transaction.put('files', [{ jobId: id, file: fileOf(extras.rawBytes) }]);
        if (extras.savesResult && job.state === 'done' && before.state !== 'done') {
          const wanted = { id, of: 'job', by: 'setting', index: job.createdAt } as const;
          await transaction.put('saves', [requestedSave(wanted, now())]);
        }
        return { job, changed: true };
      }),

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

/** The mp4 inside an answer (base64 text) as a file. */
function fileOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'video/mp4' });
}
