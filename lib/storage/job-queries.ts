import { type Job, type JobState, OPEN_STATES, olderFirst } from '@/lib/jobs/job';
import { anyOf, lastOf } from './ranges';
import { readerOf } from './readers';
import type { Cursor, Reads, Table } from './transaction';

/** A job by its id. */
export const readJob = (id: string, from: Reads): Promise<Job | undefined> =>
  readerOf('jobs', from).get(id);

/** All jobs of a batch, oldest first. */
export const jobsOfBatch = async (batchId: string, from: Reads): Promise<Job[]> =>
  (await readerOf('jobs', from).all((jobs) => jobs.index('batchId').getAll(batchId))).toSorted(
    olderFirst,
  );

/** The job that a clip is the result of. */
export const makerOf = (mediaId: string, from: Reads): Promise<Job | undefined> =>
  readerOf('jobs', from).first((jobs, limit) =>
    jobs.index('result.mediaId').getAll(mediaId, limit),
  );

/** Jobs whose source, or first image, that clip or image is; in no order. */
export const jobsMadeOf = (sourceId: string, from: Reads): Promise<Job[]> =>
  readerOf('jobs', from).all((jobs) => jobs.index('sourceId').getAll(sourceId));

/** Upscales of any of these clips, whatever came of them; in no order. */
export const upscalesOf = async (mediaIds: readonly string[], from: Reads): Promise<Job[]> => {
  const jobs = await readerOf('jobs', from).all((all) => anyOf(all.index('sourceId'), mediaIds));
  return jobs.filter(({ request }) => request.action === 'upscale');
};

/** Jobs in a state, in no order. */
export const jobsIn = (state: JobState, from: Reads): Promise<Job[]> =>
  readerOf('jobs', from).all((jobs) => jobs.index('state').getAll(state));

/** Jobs that are not at their end, those of unknown outcome among them; in no order. */
export const unsettledJobs = (from: Reads): Promise<Job[]> =>
  readerOf('jobs', from).all((jobs) => anyOf(jobs.index('state'), [...OPEN_STATES, 'unknown']));

/** Jobs that were stored at that moment (epoch ms) or later, in the order of that. */
export const jobsChangedSince = (since: number, from: Reads): Promise<Job[]> =>
  readerOf('jobs', from).all((jobs) =>
    jobs.index('changedAt').getAll(IDBKeyRange.lowerBound(since)),
  );

/** Jobs that were stored later than that moment (epoch ms), in the order of that. */
export const jobsChangedAfter = (moment: number, from: Reads): Promise<Job[]> =>
  readerOf('jobs', from).all((jobs) =>
    jobs.index('changedAt').getAll(IDBKeyRange.lowerBound(moment, true)),
  );

/** The latest stamp that a stored job has (epoch ms); 0 where none has one. */
export async function latestChange(from: Reads): Promise<number> {
  const latest = await from.read(
    'jobs',
    async (jobs) => (await jobs.index('changedAt').openKeyCursor(null, 'prev'))?.key,
  );
  return typeof latest === 'number' ? latest : 0;
}

/** The job whose submit went out last, or last up to a moment (epoch ms). */
export const lastSubmit = (
  upTo = Number.POSITIVE_INFINITY,
  from: Reads,
): Promise<Job | undefined> =>
  readerOf('jobs', from).first((jobs, limit) =>
    lastOf(jobs.index('sentAt'), IDBKeyRange.upperBound(upTo), limit),
  );

/** Jobs whose last submit went out at that moment (epoch ms) or later, in the order of that. */
export const jobsSentSince = (since: number, from: Reads): Promise<Job[]> =>
  readerOf('jobs', from).all((jobs) => jobs.index('sentAt').getAll(IDBKeyRange.lowerBound(since)));

/**
 * The newest jobs, newest first, and how many records were read for them: one that does not parse
 * is among these.
 *
 * @param limit records read at most
 * @param upTo only jobs made at that moment (epoch ms) or before
 */
export async function newestJobs(
  limit: number,
  upTo: number | undefined,
  from: Reads,
): Promise<{ jobs: Job[]; count: number }> {
  const range = upTo === undefined ? undefined : IDBKeyRange.upperBound(upTo);
  const records = await from.read('jobs', (jobs) => lastOf(jobs.index('createdAt'), range, limit));
  return { jobs: readerOf('jobs', from).parsed(records), count: records.length };
}

/** How many jobs are stored. */
export const countJobs = (from: Reads): Promise<number> =>
  from.read('jobs', (jobs) => jobs.count());

/** The ids of all jobs, in no order. */
export const jobIds = async (from: Reads): Promise<string[]> =>
  (await from.read('jobs', (jobs) => jobs.getAllKeys())).map(String);

/** How a job of an action came to its end. */
type End = 'done' | 'failed';

/** In an index of several parts, all that begin with these: nothing stored there comes after a list. */
const beginningWith = (...parts: string[]): IDBKeyRange => IDBKeyRange.bound(parts, [...parts, []]);

/** The jobs of an action that ended so, the last one first. */
const endedJobs = (jobs: Table<unknown>, action: string, end: End, limit?: number) =>
  lastOf(jobs.index('[request.action+state+endedAt]'), beginningWith(action, end), limit);

/** The job of an action that was the last to end so. */
export const lastEnded = (action: string, end: End, from: Reads): Promise<Job | undefined> =>
  readerOf('jobs', from).first((jobs, limit) => endedJobs(jobs, action, end, limit));

/** The jobs of an action that were the last to end so, the last one first: `limit` at most. */
export const lastOnesEnded = (
  action: string,
  end: End,
  limit: number,
  from: Reads,
): Promise<Job[]> => readerOf('jobs', from).all((jobs) => endedJobs(jobs, action, end, limit));

/**
 * How many jobs have ended so since a moment (epoch ms) and are on the list.
 *
 * @param most there it ends: more of them are counted as one more
 */
export async function countEnded(
  end: End,
  since: number,
  most: number,
  from: Reads,
): Promise<number> {
  const { parse } = readerOf('jobs', from);
  const range = IDBKeyRange.bound([end, since], [end, []]);
  const isOnList = (record: unknown) => {
    const job = parse(record);
    return job !== undefined && job.clearedAt === undefined;
  };
  return from.read('jobs', async (jobs) => {
    const ended = jobs.index('[state+endedAt]');
    if ((await ended.count(range)) <= most)
      return (await ended.getAll(range)).filter(isOnList).length;
    let count = 0;
    let cursor: Cursor<unknown> | null = await ended.openCursor(range);
    while (cursor && count <= most) {
      if (isOnList(cursor.value)) count += 1;
      cursor = await cursor.continue();
    }
    return count;
  });
}

/** The file of a finished job, where it came inside the answer. */
export const resultFile = async (jobId: string, from: Reads): Promise<Blob | undefined> =>
  (await from.read('files', (files) => files.get(jobId)))?.file;
