import { afterEach, expect, it, vi } from 'vitest';
import { openEntry } from '@/lib/job/ledger';
import { Database } from '@/lib/store/database';
import { follow } from '@/lib/store/follow';
import { countEnded, jobsOfBatch, latestChange } from '@/lib/store/job-queries';
import { lastEntryOf } from '@/lib/store/ledger-queries';
import { someMedia } from '@/lib/store/media-queries';
import { eventually } from '../../house/eventually';
import { clip, JOBS, waiting } from '../../samples/jobs';

const db = new Database('follow');
let stop = () => {};

afterEach(async () => {
  stop();
  await Promise.all(db.tables.map((table) => table.clear()));
});

it('a followed query is asked again whenever one of several queries would be answered otherwise', async () => {
  const { batchId, id } = waiting(1);
  await db.jobs.add(waiting(1));
  const seen: unknown[] = [];
  stop = follow(
    'test',
    async () => {
      const batch = await jobsOfBatch(batchId, db);
      const entry = await lastEntryOf(id, db);
      const media = await someMedia([clip(1).id], db);
      return [batch.length, entry?.at, media.size];
    },
    (answer) => seen.push(answer),
  );
  const becomes = (answer: unknown) => eventually(() => expect(seen.at(-1)).toEqual(answer));
  await becomes([1, undefined, 0]);
  await db.media.add(clip(1));
  await becomes([1, undefined, 1]);
  await db.ledger.add(openEntry({ ...JOBS.submitting, id }, 1000, 100));
  await becomes([1, 1000, 1]);
  await db.jobs.add(waiting(2));
  await becomes([2, 1000, 1]);
});

it('a followed count is asked again by its index', async () => {
  const seen: number[] = [];
  stop = follow(
    'test',
    () => countEnded('done', 2000, 9, db),
    (count) => seen.push(count),
  );
  await eventually(() => expect(seen).toEqual([0]));
  await db.jobs.add(JOBS.done);
  await eventually(() => expect(seen.at(-1)).toBe(1));
  await db.jobs.put({ ...JOBS.done, clearedAt: 3000 });
  await eventually(() => expect(seen.at(-1)).toBe(0));
});

it('a followed query gives no more answers once it is stopped', async () => {
  const [stopped, going] = [vi.fn(), vi.fn()];
  const end = follow('test', () => latestChange(db), stopped);
  stop = follow('test', () => latestChange(db), going);
  await eventually(() => expect(stopped.mock.calls).toEqual([[0]]));
  end();
  await db.jobs.add({ ...waiting(1), changedAt: 5 });
  await eventually(() => expect(going).toHaveBeenLastCalledWith(5));
  expect(stopped).toHaveBeenCalledOnce();
});

it('a followed query that fails is told to the log under its name', async () => {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const next = vi.fn();
  stop = follow('broken rows', () => Promise.reject(new Error('no database')), next);
  await eventually(() => expect(told).toHaveBeenCalledOnce());
  expect(String(told.mock.calls[0])).toContain('broken rows');
  expect(next).not.toHaveBeenCalled();
});
