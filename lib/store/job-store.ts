import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { type Job, jobSchema, OPEN_STATES } from '@/lib/job/job';
import { type Database, database } from './database';
import { fileOf } from './file';

interface Extras {
  readonly media?: Media;
  readonly rawBytes?: string;
}

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

  return {
    /** New jobs, all or none. Resolves once they are on the disk. */
    add: (jobs: readonly Job[]): Promise<void> =>
      db.transaction('rw', db.jobs, async () => {
        await db.jobs.bulkAdd([...jobs]);
      }),

    hasBatch: async (batchId: string): Promise<boolean> =>
      (await db.jobs.where({ batchId }).count()) > 0,

    get: (id: string): Promise<Job | undefined> => db.jobs.get(id),

    /** Jobs that still need something done, in no order. */
    async open(): Promise<Job[]> {
      const records = await db.jobs
        .where('state')
        .anyOf([...OPEN_STATES])
        .toArray();
      const jobs = await Promise.all(records.map(parse));
      return jobs.filter((job) => job !== undefined);
    },

    countUnknown: (): Promise<number> => db.jobs.where({ state: 'unknown' }).count(),

    update: (id: string, change: (job: Job) => Job, extras: Extras = {}) =>
      db.transaction('rw', db.jobs, db.media, db.files, async () => {
        const before = await db.jobs.get(id);
        if (!before) return undefined;
        const job = change(before);
        if (job === before) return { job, changed: false };
        await db.jobs.put(job);
        if (extras.media) await db.media.put(extras.media);
        if (extras.rawBytes !== undefined)
          await db.files.put({ jobId: id, file: fileOf(extras.rawBytes) });
        return { job, changed: true };
      }),

    async lastSentAt(): Promise<number | undefined> {
      return (await db.jobs.orderBy('sentAt').last())?.sentAt;
    },

    file: async (jobId: string): Promise<Blob | undefined> => (await db.files.get(jobId))?.file,
  };
}

export type JobStore = ReturnType<typeof createJobStore>;
