import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import { Database } from '@/lib/storage/database';
import {
  countEnded,
  countJobs,
  jobIds,
  jobsChangedAfter,
  jobsChangedSince,
  jobsIn,
  jobsMadeOf,
  jobsOfBatch,
  jobsSentSince,
  lastEnded,
  lastOnesEnded,
  lastSubmit,
  latestChange,
  makerOf,
  newestJobs,
  readJob,
  resultFile,
  unsettledJobs,
  upscalesOf,
} from '@/lib/storage/job-queries';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { clip, core, JOBS, uuid, waiting } from '../../samples/jobs';

let db: Database;
let names = 0;

beforeEach(() => {
  db = new Database(`job-queries-${++names}`);
});

const { done, failed } = JOBS;

/** The numbers that the jobs were made with, in their order. */
const numbers = (jobs: readonly Job[]) => jobs.map(({ id }) => Number(id.slice(-12)));
const numberOf = (job: Job | undefined) => job && numbers([job])[0];

const { action: _action, ...request } = core().request;
const upscale = { ...request, action: 'upscale', mediaId: clip(1).id } as const;

/** A record that does not parse: it counts as read, and is set aside. */
async function addOdd(own: Partial<Job>): Promise<void> {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tableOf(db, 'jobs').put([{ ...done, ...own, title: 5 }]);
}
const setAside = () =>
  eventually(async () => expect(await tableOf(db, 'quarantine').count()).toBe(1));

describe('jobs of a wish', () => {
  it('come oldest first, without those of others', async () => {
    await tableOf(db, 'jobs').put([
      { ...waiting(1), createdAt: 9 },
      { ...waiting(2), createdAt: 3 },
      { ...waiting(3), batchId: uuid(901) },
    ]);
    expect(numbers(await jobsOfBatch(uuid(900), db))).toEqual([2, 1]);
    expect(await jobsOfBatch(uuid(902), db)).toEqual([]);
  });
});

describe('jobs about a clip', () => {
  beforeEach(async () => {
    await tableOf(db, 'jobs').put([
      { ...done, id: uuid(1) },
      { ...waiting(2), sourceId: clip(2).id },
      { ...waiting(3), sourceId: clip(2).id, request: { ...upscale, sceneId: uuid(3) } },
      { ...waiting(4), sourceId: clip(3).id, request: { ...upscale, sceneId: uuid(4) } },
      { ...waiting(5), sourceId: clip(4).id, request: { ...upscale, sceneId: uuid(5) } },
    ]);
  });

  it('are the one that made it and those that are made of it', async () => {
    expect(numberOf(await makerOf(clip(2).id, db))).toBe(1);
    expect(await makerOf(clip(1).id, db)).toBeUndefined();
    expect(numbers(await jobsMadeOf(clip(2).id, db))).toEqual([2, 3]);
  });

  it('are its upscales, also of several clips', async () => {
    const found = await upscalesOf([clip(3).id, 'gone', clip(2).id], db);
    expect(numbers(found).sort()).toEqual([3, 4]);
    expect(await upscalesOf([], db)).toEqual([]);
    expect(await upscalesOf([''], db)).toEqual([]);
  });
});

describe('jobs by their state', () => {
  beforeEach(async () => {
    const jobs = Object.values(JOBS).map((job, index) => ({ ...job, id: uuid(index + 1) }));
    await tableOf(db, 'jobs').put(jobs);
  });
  const states = (jobs: readonly Job[]) => jobs.map(({ state }) => state).sort();

  it('are those in one', async () => {
    expect(states(await jobsIn('waiting', db))).toEqual(['waiting']);
  });

  it('are those that are not at their end, the unknown ones among them', async () => {
    expect(states(await unsettledJobs(db))).toEqual([
      'running',
      'submitting',
      'unknown',
      'waiting',
    ]);
  });

  it('are counted, and named by their ids', async () => {
    expect(await countJobs(db)).toBe(7);
    expect(await jobIds(db)).toEqual([1, 2, 3, 4, 5, 6, 7].map(uuid));
    expect((await readJob(uuid(1), db))?.id).toBe(uuid(1));
    expect(await readJob(uuid(8), db)).toBeUndefined();
  });
});

describe('jobs by when they were stored', () => {
  it('begin with the moment, or right after it', async () => {
    expect(await latestChange(db)).toBe(0);
    await tableOf(db, 'jobs').put([
      { ...waiting(1), changedAt: 30 },
      { ...waiting(2), changedAt: 20 },
      { ...waiting(3), changedAt: 10 },
      waiting(4),
    ]);
    expect(numbers(await jobsChangedSince(20, db))).toEqual([2, 1]);
    expect(numbers(await jobsChangedAfter(20, db))).toEqual([1]);
    expect(await latestChange(db)).toBe(30);
  });
});

describe('jobs by when they were sent', () => {
  beforeEach(async () => {
    await tableOf(db, 'jobs').put([
      { ...failed, id: uuid(1), sentAt: 30 },
      { ...failed, id: uuid(2), sentAt: 20 },
      { ...failed, id: uuid(3), sentAt: 10 },
      waiting(4),
    ]);
  });

  it('begin with the moment', async () => {
    expect(numbers(await jobsSentSince(20, db))).toEqual([2, 1]);
    expect(await jobsSentSince(31, db)).toEqual([]);
  });

  it.each([
    [undefined, 1],
    [30, 1],
    [29, 2],
    [10, 3],
    [9, undefined],
  ])('have a last one up to %s: %s', async (upTo, number) => {
    expect(numberOf(await lastSubmit(upTo, db))).toBe(number);
  });
});

describe('the newest jobs', () => {
  const page = async (limit: number, upTo?: number) => {
    const { jobs, count } = await newestJobs(limit, upTo, db);
    return [numbers(jobs), count];
  };

  it('are those made last, no more than asked for, up to a moment', async () => {
    expect(await page(2)).toEqual([[], 0]);
    await tableOf(db, 'jobs').put([3, 1, 5, 2, 4].map(waiting));
    expect(await page(2)).toEqual([[5, 4], 2]);
    expect(await page(2, 4)).toEqual([[4, 3], 2]);
    expect(await page(9, 2)).toEqual([[2, 1], 2]);
    expect(await page(9, 0)).toEqual([[], 0]);
  });

  it('count what does not parse as read', async () => {
    await tableOf(db, 'jobs').put([waiting(1), waiting(2)]);
    await addOdd({ id: uuid(9), createdAt: 9 });
    expect(await page(2)).toEqual([[2], 2]);
    await setAside();
    expect(await page(2)).toEqual([[2, 1], 2]);
  });
});

describe('jobs that have ended', () => {
  beforeEach(async () => {
    await tableOf(db, 'jobs').put([
      { ...done, id: uuid(1), endedAt: 10 },
      { ...done, id: uuid(2), endedAt: 30 },
      { ...done, id: uuid(3), endedAt: 20, clearedAt: 25 },
      { ...failed, id: uuid(4), endedAt: 40 },
      { ...done, id: uuid(5), endedAt: 50, request: { ...upscale, sceneId: uuid(5) } },
      { ...waiting(6) },
    ]);
  });

  it('are asked for by action and end, the last one first', async () => {
    expect(numberOf(await lastEnded('reshoot', 'done', db))).toBe(2);
    expect(numberOf(await lastEnded('reshoot', 'failed', db))).toBe(4);
    expect(await lastEnded('upscale', 'failed', db)).toBeUndefined();
    expect(await lastEnded('', 'done', db)).toBeUndefined();
    expect(numbers(await lastOnesEnded('reshoot', 'done', 2, db))).toEqual([2, 3]);
    expect(numbers(await lastOnesEnded('reshoot', 'done', 9, db))).toEqual([2, 3, 1]);
    expect(numbers(await lastOnesEnded('upscale', 'done', 9, db))).toEqual([5]);
  });

  it('have a last one although a later record does not parse', async () => {
    await addOdd({ id: uuid(9), endedAt: 90 });
    expect(numberOf(await lastEnded('reshoot', 'done', db))).toBe(2);
    await setAside();
  });

  it.each([
    [10, 9, 3],
    [11, 9, 2],
    [50, 9, 1],
    [51, 9, 0],
    // More records than are counted to: those off the list are still left out.
    [10, 2, 3],
    [10, 1, 2],
    [20, 1, 2],
    [20, 2, 2],
  ])('since %i, counted to one above %i, are %i on the list', async (since, most, count) => {
    expect(await countEnded('done', since, most, db)).toBe(count);
  });

  it('are counted without what does not parse', async () => {
    await addOdd({ id: uuid(9), endedAt: 90 });
    expect(await countEnded('done', 50, 9, db)).toBe(1);
    await setAside();
    expect(await countEnded('failed', 0, 9, db)).toBe(1);
  });
});

it('the file that came inside an answer is found by its job', async () => {
  await tableOf(db, 'files').put([{ jobId: uuid(1), file: new Blob(['a film']) }]);
  expect(await (await resultFile(uuid(1), db))?.text()).toBe('a film');
  expect(await resultFile(uuid(2), db)).toBeUndefined();
});
