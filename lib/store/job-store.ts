import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { type Job, type JobIn, type JobState, jobSchema, OPEN_STATES } from '@/lib/job/job';
import { type LedgerEntry, ledgerId, spentSince } from '@/lib/job/ledger';
import { type Database, database } from './database';
import { fileOf } from './file';

interface Change {
  readonly job: Job;
  readonly entry?: LedgerEntry | undefined;
}

interface Extras {
  readonly media?: Media;
  readonly rawBytes?: string;
}

const ENDED: ReadonlySet<JobState> = new Set(['done', 'failed', 'cancelled']);

/** Jobs in the database. Every read is parsed; what does not parse is set aside, never dropped. */
export function createJobStore(db: Database = database, now: () => number = Date.now) {
  async function parse(record: unknown): Promise<Job | undefined> {
    const parsed = jobSchema.safeParse(record);
    if (parsed.success) return parsed.data;
    const id = String((record as { id?: unknown } | undefined)?.id);
    warn('job-store', `a job record does not parse and was set aside: ${id}`);
    await db.quarantine.put({ id, record, foundAt: now() });
    await db.jobs.delete(id);
    return undefined;
  }

  const stamped = <Kind extends Job>(job: Kind): Kind => ({ ...job, changedAt: now() });

  return {
    /** New jobs, all or none. Resolves once they are on the disk. */
    add: (jobs: readonly Job[]): Promise<void> =>
      db.transaction('rw', db.jobs, async () => {
        await db.jobs.bulkAdd(jobs.map(stamped));
      }),

    /** Adds jobs that send others again, but for those that have a successor; says how many. */
    addAgain: (jobs: readonly (JobIn<'waiting'> & { readonly againOf: string })[]) =>
      db.transaction('rw', db.jobs, async () => {
        const before = await db.jobs
          .where('againOf')
          .anyOf(jobs.map(({ againOf }) => againOf))
          .toArray();
        const repeated = new Set(before.map(({ againOf }) => againOf));
        const added = jobs.filter(({ againOf }) => !repeated.has(againOf));
        await db.jobs.bulkAdd(added.map(stamped));
        return added.length;
      }),

    /** Takes jobs that have ended off the list, or puts them back; says how many have changed. */
    clear: (ids: readonly string[], isCleared: boolean): Promise<number> =>
      db.transaction('rw', db.jobs, async () => {
        const found = await db.jobs.bulkGet([...ids]);
        const ended = found
          .filter((job) => job !== undefined)
          .filter((job) => ENDED.has(job.state) && (job.clearedAt !== undefined) !== isCleared);
        await db.jobs.bulkPut(
          ended.map(({ clearedAt: _, ...job }) =>
            stamped(isCleared ? { ...job, clearedAt: now() } : job),
          ),
        );
        return ended.length;
      }),

    /** Marks a finished take as one to keep, or takes the mark off. */
    keep: (id: string, isKept: boolean): Promise<void> =>
      db.transaction('rw', db.jobs, async () => {
        const job = await db.jobs.get(id);
        if (job?.state !== 'done') return;
        const { keptAt: _, ...rest } = job;
        await db.jobs.put(stamped(isKept ? { ...rest, keptAt: now() } : rest));
      }),

    hasBatch: async (batchId: string): Promise<boolean> =>
      (await db.jobs.where({ batchId }).count()) > 0,

    get: (id: string): Promise<Job | undefined> => db.jobs.get(id),

    some: async (ids: readonly string[]): Promise<Job[]> =>
      (await db.jobs.bulkGet([...ids])).filter((job) => job !== undefined),

    /** Jobs that still need something done, in no order. */
    async open(): Promise<Job[]> {
      const records = await db.jobs
        .where('state')
        .anyOf([...OPEN_STATES])
        .toArray();
      const jobs = await Promise.all(records.map(parse));
      return jobs.filter((job) => job !== undefined);
    },

    /** Jobs whose outcome nobody knows yet. */
    async unknown(): Promise<JobIn<'unknown'>[]> {
      const records = await db.jobs.where({ state: 'unknown' }).toArray();
      const jobs = await Promise.all(records.map(parse));
      return jobs.filter((job) => job?.state === 'unknown');
    },

    /** Media ids that are results of jobs. */
    async claimed(): Promise<Set<string>> {
      return new Set((await db.jobs.orderBy('result.mediaId').uniqueKeys()).map(String));
    },

    /** Changes a job and its ledger entry, with what the change brings, in one transaction. */
    update: (
      id: string,
      change: (job: Job, entry: LedgerEntry | undefined) => Change,
      extras: Extras = {},
    ) =>
      db.transaction('rw', db.jobs, db.ledger, db.media, db.files, async () => {
        const before = await db.jobs.get(id);
        if (!before) return undefined;
        const { job, entry } = change(before, await db.ledger.get(ledgerId(before)));
        if (job === before) return { job, changed: false };
        await db.jobs.put(stamped(job));
        if (entry) await db.ledger.put(entry);
        if (extras.media) await db.media.put(extras.media);
        if (extras.rawBytes !== undefined)
          await db.files.put({ jobId: id, file: fileOf(extras.rawBytes) });
        return { job, changed: true };
      }),

    /** Credits of all accounts that went, or may have gone, since a moment (epoch ms). */
    async spentSince(since: number): Promise<number> {
      return spentSince(await db.ledger.where('at').aboveOrEqual(since).toArray(), since);
    },

    async lastSentAt(): Promise<number | undefined> {
      return (await db.jobs.orderBy('sentAt').last())?.sentAt;
    },

    file: async (jobId: string): Promise<Blob | undefined> => (await db.files.get(jobId))?.file,
  };
}

export type JobStore = ReturnType<typeof createJobStore>;
