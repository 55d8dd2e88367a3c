import { afterEach, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import { openEntry } from '@/lib/ledger/ledger';
import { Database } from '@/lib/storage/database';
import { follow } from '@/lib/storage/follow';
import { countEnded, countJobs, jobsOfBatch, latestChange } from '@/lib/storage/job-queries';
import { lastEntryOf } from '@/lib/storage/ledger-queries';
import { someMedia } from '@/lib/storage/media-queries';
import type { Reads } from '@/lib/storage/transaction';
import { clearAll, tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { clip, JOBS, waiting } from '../../samples/jobs';

const db = new Database('follow');
let stop = () => {};

const add = (job: Job) => db.write(['jobs'], (transaction) => transaction.add('jobs', [job]));

/** What is awaited until the test says so. */
function createGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open: () => open() };
}

const nextTurn = () => new Promise((go) => setImmediate(go));

afterEach(async () => {
  stop();
  await clearAll(db);
});

it('a followed query is asked again whenever one of several queries would be answered otherwise', async () => {
  const { batchId, id } = waiting(1);
  await tableOf(db, 'jobs').put([waiting(1)]);
  const seen: unknown[] = [];
  stop = follow(
    'test',
    async (from) => {
      const batch = await jobsOfBatch(batchId, from);
      const entry = await lastEntryOf(id, from);
      const media = await someMedia([clip(1).id], from);
      return [batch.length, entry?.at, media.size];
    },
    (answer) => seen.push(answer),
    db,
  );
  const becomes = (answer: unknown) => eventually(() => expect(seen.at(-1)).toEqual(answer));
  await becomes([1, undefined, 0]);
  await tableOf(db, 'media').put([clip(1)]);
  await becomes([1, undefined, 1]);
  await tableOf(db, 'ledger').put([openEntry({ ...JOBS.submitting, id }, 1000, 100)]);
  await becomes([1, 1000, 1]);
  await tableOf(db, 'jobs').put([waiting(2)]);
  await becomes([2, 1000, 1]);
});

it('a followed count is asked again by its index', async () => {
  const seen: number[] = [];
  stop = follow(
    'test',
    (from) => countEnded('done', 2000, 9, from),
    (count) => seen.push(count),
    db,
  );
  await eventually(() => expect(seen).toEqual([0]));
  await tableOf(db, 'jobs').put([JOBS.done]);
  await eventually(() => expect(seen.at(-1)).toBe(1));
  await tableOf(db, 'jobs').put([{ ...JOBS.done, clearedAt: 3000 }]);
  await eventually(() => expect(seen.at(-1)).toBe(0));
});

it('a followed query gives no more answers once it is stopped', async () => {
  const [stopped, going] = [vi.fn(), vi.fn()];
  const end = follow('test', latestChange, stopped, db);
  stop = follow('test', latestChange, going, db);
  await eventually(() => expect(stopped.mock.calls).toEqual([[0]]));
  end();
  await add({ ...waiting(1), changedAt: 5 });
  await eventually(() => expect(going).toHaveBeenLastCalledWith(5));
  expect(stopped).toHaveBeenCalledOnce();
});

it('gives no answer that was under way when it was stopped', async () => {
  const [stopped, going] = [vi.fn(), vi.fn()];
  const { gate, open } = createGate();
  const end = follow('test', () => gate, stopped, db);
  stop = follow('test', () => gate, going, db);
  await nextTurn();
  end();
  open();
  await eventually(() => expect(going).toHaveBeenCalledOnce());
  expect(stopped).not.toHaveBeenCalled();
});

it('hears what another connection of the database has written', async () => {
  const page = new Database('follow');
  const seen = vi.fn();
  stop = follow('test', countJobs, seen, page);
  await eventually(() => expect(seen).toHaveBeenLastCalledWith(0));
  await add(waiting(1));
  await eventually(() => expect(seen).toHaveBeenLastCalledWith(1));
  await page.close();
});

it('does not ask again for a table that it has not read, nor for a write that is taken back', async () => {
  const asked = vi.fn(countJobs);
  const heard = vi.fn();
  stop = follow('test', asked, () => undefined, db);
  const unlisten = db.written.listen(heard);
  await eventually(() => expect(asked).toHaveBeenCalledOnce());
  const broken = db.write(['jobs'], async (transaction) => {
    await transaction.put('jobs', [waiting(1)]);
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  await tableOf(db, 'media').put([clip(1)]);
  await eventually(() => expect(heard).toHaveBeenCalledOnce());
  unlisten();
  expect(asked).toHaveBeenCalledOnce();
});

it('asks once more for all writes that come while it is being answered, one at a time', async () => {
  const heard = vi.fn();
  const unlisten = db.written.listen(heard);
  const { gate, open } = createGate();
  let [atOnce, most] = [0, 0];
  const asked = vi.fn(async (from: Reads) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    const count = await countJobs(from);
    await gate;
    atOnce -= 1;
    return count;
  });
  const seen: number[] = [];
  stop = follow('test', asked, (count) => seen.push(count), db);
  await eventually(() => expect(asked).toHaveBeenCalledOnce());
  for (const n of [1, 2, 3, 4, 5]) await add(waiting(n));
  await eventually(() => expect(heard).toHaveBeenCalledTimes(5));
  expect(asked).toHaveBeenCalledOnce();
  open();
  await eventually(() => expect(seen).toEqual([0, 5]));
  expect([asked.mock.calls.length, most]).toEqual([2, 1]);
  unlisten();
});

it('tells the log of a query that fails, under its name, and asks it again at the next write', async () => {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const next = vi.fn();
  let isBroken = true;
  stop = follow(
    'broken rows',
    async (from) => {
      if (isBroken) throw new Error('no database');
      return countJobs(from);
    },
    next,
    db,
  );
  await eventually(() => expect(told).toHaveBeenCalledOnce());
  expect(String(told.mock.calls[0])).toContain('broken rows');
  expect(next).not.toHaveBeenCalled();
  isBroken = false;
  await add(waiting(1));
  await eventually(() => expect(next).toHaveBeenLastCalledWith(1));
  told.mockRestore();
});
