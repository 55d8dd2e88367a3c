import Dexie from 'dexie';
import { type Job, type JobState, OPEN_STATES, olderFirst } from '@/lib/job/job';
import { type Database, database } from './database';
import { readersOf } from './readers';

/** A job by its id. */
export const readJob = (id: string, db: Database = database): Promise<Job | undefined> =>
  readersOf(db).jobs.get(id);

/** All jobs of a wish, oldest first. */
export const jobsOfBatch = async (batchId: string, db: Database = database): Promise<Job[]> =>
  (await readersOf(db).jobs.all(db.jobs.where({ batchId }))).toSorted(olderFirst);

/** The job that a clip is the result of. */
export const makerOf = (mediaId: string, db: Database = database): Promise<Job | undefined> =>
  readersOf(db).jobs.first(db.jobs.where('result.mediaId').equals(mediaId));

/** Jobs whose source, or first image, that clip or image is; in no order. */
export const jobsMadeOf = (sourceId: string, db: Database = database): Promise<Job[]> =>
  readersOf(db).jobs.all(db.jobs.where({ sourceId }));

/** Upscales of any of these clips, whatever came of them; in no order. */
export const upscalesOf = async (
  mediaIds: readonly string[],
  db: Database = database,
): Promise<Job[]> => {
  const jobs = await readersOf(db).jobs.all(db.jobs.where('sourceId').anyOf(mediaIds));
  return jobs.filter(({ request }) => request.action === 'upscale');
};

/** Jobs in a state, in no order. */
export const jobsIn = (state: JobState, db: Database = database): Promise<Job[]> =>
  readersOf(db).jobs.all(db.jobs.where({ state }));

/** Jobs that are not at their end, those of unknown outcome among them; in no order. */
export const unsettledJobs = (db: Database = database): Promise<Job[]> =>
  readersOf(db).jobs.all(db.jobs.where('state').anyOf([...OPEN_STATES, 'unknown']));

/** Jobs that were stored at that moment (epoch ms) or later, in the order of that. */
export const jobsChangedSince = (since: number, db: Database = database): Promise<Job[]> =>
  readersOf(db).jobs.all(db.jobs.where('changedAt').aboveOrEqual(since));

/** Jobs that were stored later than that moment (epoch ms), in the order of that. */
export const jobsChangedAfter = (moment: number, db: Database = database): Promise<Job[]> =>
  readersOf(db).jobs.all(db.jobs.where('changedAt').above(moment));

/** The latest stamp that a stored job has (epoch ms); 0 where none has one. */
export async function latestChange(db: Database = database): Promise<number> {
  const [latest] = await db.jobs.orderBy('changedAt').reverse().limit(1).keys();
  return typeof latest === 'number' ? latest : 0;
}

/** The job whose submit went out last, or last up to a moment (epoch ms). */
export const lastSubmit = (
  upTo = Number.POSITIVE_INFINITY,
  db: Database = database,
): Promise<Job | undefined> =>
  readersOf(db).jobs.first(db.jobs.where('sentAt').belowOrEqual(upTo).reverse());

/** Jobs whose last submit went out at that moment (epoch ms) or later, in the order of that. */
export const jobsSentSince = (since: number, db: Database = database): Promise<Job[]> =>
  readersOf(db).jobs.all(db.jobs.where('sentAt').aboveOrEqual(since));

/**
 * The newest jobs, newest first, and how many records were read for them: one that does not parse
 * is among these.
 *
 * @param limit records read at most
 * @param upTo only jobs made at that moment (epoch ms) or before
 */
export async function newestJobs(
  limit: number,
  upTo?: number,
  db: Database = database,
): Promise<{ jobs: Job[]; count: number }> {
  const range = db.jobs.where('createdAt').belowOrEqual(upTo ?? Dexie.maxKey);
  const records = await range.reverse().limit(limit).toArray();
  return { jobs: readersOf(db).jobs.parsed(records), count: records.length };
}

/** How many jobs are stored. */
export const countJobs = (db: Database = database): Promise<number> => db.jobs.count();

/** The ids of all jobs, in no order. */
export const jobIds = (db: Database = database): Promise<string[]> =>
  db.jobs.toCollection().primaryKeys();

/** How a job of an action came to its end. */
type End = 'done' | 'failed';

/** The jobs of an action that ended so, the last one first. */
const endedJobs = (action: string, end: End, db: Database) =>
  db.jobs
    .where('[request.action+state+endedAt]')
    .between([action, end, Dexie.minKey], [action, end, Dexie.maxKey])
    .reverse();

/** The job of an action that was the last to end so. */
export const lastEnded = (
  action: string,
  end: End,
  db: Database = database,
): Promise<Job | undefined> => readersOf(db).jobs.first(endedJobs(action, end, db));

/** The jobs of an action that were the last to end so, the last one first: `limit` at most. */
export const lastOnesEnded = (
  action: string,
  end: End,
  limit: number,
  db: Database = database,
): Promise<Job[]> => readersOf(db).jobs.all(endedJobs(action, end, db).limit(limit));

/**
 * How many jobs have ended so since a moment (epoch ms) and are on the list.
 *
 * @param most there it ends: more of them are counted as one more
 */
export async function countEnded(
  end: End,
  since: number,
  most: number,
  db: Database = database,
): Promise<number> {
  const { all, parse } = readersOf(db).jobs;
  const range = db.jobs.where('[state+endedAt]').between([end, since], [end, Dexie.maxKey]);
  const isOnList = (job: Job | undefined) => job !== undefined && job.clearedAt === undefined;
  if ((await range.count()) <= most) return (await all(range)).filter(isOnList).length;
  return range
    .filter((record) => isOnList(parse(record)))
    .limit(most + 1)
    .count();
}

/** The file of a finished job, where it came inside the answer. */
export const resultFile = async (
  jobId: string,
  db: Database = database,
): Promise<Blob | undefined> => (await db.files.get(jobId))?.file;
