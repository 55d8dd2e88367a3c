import { liveQuery } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { openEntry } from '@/lib/job/ledger';
import { Database } from '@/lib/store/database';
import { createReaders, type Readers } from '@/lib/store/readers';
import { eventually } from '../../house/eventually';
import { clip, JOBS, uuid, waiting } from '../../samples/jobs';

let db: Database;
let read: Readers;
let told: MockInstance;
let names = 0;
let now = 42;

function begin(): void {
  db = new Database(`readers-${++names}`);
  now = 42;
  read = createReaders(db, () => now);
}

beforeEach(() => {
  begin();
  told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => told.mockRestore());

const entry = (n: number) => openEntry({ ...JOBS.submitting, id: uuid(n) }, n, 100);
const TABLES = {
  jobs: { good: waiting, odd: { state: 'paused' } },
  ledger: { good: entry, odd: { charged: 'perhaps' } },
  media: { good: (n: number) => clip(n), odd: { title: null } },
} as const;
const NAMES = ['jobs', 'ledger', 'media'] as const;

describe.each(NAMES)('a read of %s', (name) => {
  const { good, odd } = TABLES[name];
  const oddOne = (n: number) => ({ ...good(n), ...odd });

  it('leaves out what does not parse, and keeps it as it was found', async () => {
    await db.table(name).bulkAdd([good(1), oddOne(2), good(3)]);
    expect(await read[name].all(db[name])).toEqual([good(1), good(3)]);
    await read.quarantine.settled();
    expect(await db.quarantine.toArray()).toEqual([
      { id: `${name} ${oddOne(2).id} 42`, table: name, record: oddOne(2), foundAt: 42 },
    ]);
    expect(await db[name].count()).toBe(2);
  });

  it('finds the first that parses, one by its id, and some of those asked for', async () => {
    await db.table(name).bulkAdd([oddOne(1), oddOne(2), good(3), good(4)]);
    const [one, three, four] = [good(1).id, good(3).id, good(4).id];
    const inOrder = db[name].where('id').anyOf([good(1).id, good(2).id, three]);
    expect(await read[name].first(inOrder)).toEqual(good(3));
    expect(await read[name].first(db[name].where('id').equals('gone'))).toBeUndefined();
    expect(await read[name].get(one)).toBeUndefined();
    expect(await read[name].get(three)).toEqual(good(3));
    expect(await read[name].some([four, one, 'gone', three])).toEqual([good(4), good(3)]);
  });
});

it('a read inside a transaction that knows nothing of the quarantine goes on, and so does the transaction', async () => {
  await db.table('jobs').bulkAdd([{ ...waiting(1), state: 'paused' }, waiting(2)]);
  await db.transaction('rw', db.jobs, async () => {
    expect(await read.jobs.get(uuid(1))).toBeUndefined();
    expect(await read.jobs.all(db.jobs)).toEqual([waiting(2)]);
    await db.jobs.put(waiting(3));
  });
  expect(await read.jobs.some([uuid(2), uuid(3)])).toEqual([waiting(2), waiting(3)]);
  await read.quarantine.settled();
  expect(await db.quarantine.count()).toBe(1);
});

it('a read inside a live query shows the neighbours of what does not parse and follows them', async () => {
  await db.table('jobs').bulkAdd([{ ...waiting(1), state: 'paused' }, waiting(2)]);
  const seen: string[][] = [];
  const following = liveQuery(() => read.jobs.all(db.jobs)).subscribe({
    next: (jobs) => seen.push(jobs.map(({ id }) => id)),
    error: (error: unknown) => seen.push([String(error)]),
  });
  await eventually(async () => expect(await db.quarantine.count()).toBe(1));
  await db.jobs.put(waiting(3));
  await eventually(() => expect(seen.at(-1)).toEqual([uuid(2), uuid(3)]));
  following.unsubscribe();
  expect(seen[0]).toEqual([uuid(2)]);
  expect(await db.jobs.count()).toBe(2);
});

it('the quarantine takes nothing that has been written anew before its turn came', async () => {
  await db.table('jobs').put({ ...waiting(1), state: 'paused' });
  expect(await read.jobs.get(uuid(1))).toBeUndefined();
  await db.jobs.put(waiting(1));
  await read.quarantine.settled();
  expect(await read.jobs.get(uuid(1))).toEqual(waiting(1));
  expect(await db.quarantine.count()).toBe(0);
});

it('the quarantine keeps both of what is found under one id at two times', async () => {
  for (const state of ['paused', 'frozen']) {
    now += 1;
    await db.table('jobs').put({ ...waiting(1), state });
    expect(await read.jobs.get(uuid(1))).toBeUndefined();
    await read.quarantine.settled();
  }
  const found = await db.quarantine.toArray();
  expect(found.map(({ record }) => record)).toMatchObject([
    { state: 'paused' },
    { state: 'frozen' },
  ]);
});

it('a read leaves a record where it is as long as it cannot be moved, and reads its neighbours', async () => {
  await db.table('jobs').bulkAdd([{ ...waiting(1), state: 'paused' }, waiting(2)]);
  const full = vi
    .spyOn(db.quarantine, 'bulkPut')
    .mockRejectedValue(new Error('QuotaExceededError'));
  expect(await read.jobs.all(db.jobs)).toEqual([waiting(2)]);
  await read.quarantine.settled();
  expect(await db.jobs.count()).toBe(2);
  full.mockRestore();
  expect(await read.jobs.all(db.jobs)).toEqual([waiting(2)]);
  await read.quarantine.settled();
  expect([await db.jobs.count(), await db.quarantine.count()]).toEqual([1, 1]);
});

it('a read loses no good record, whatever lies among them', async () => {
  const field = fc.constantFrom(...Object.keys(waiting(1)).filter((name) => name !== 'id'));
  const strange = fc.dictionary(field, fc.oneof(fc.integer(), fc.constant(null), fc.string()), {
    minKeys: 1,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(strange), { maxLength: 8 }), async (records) => {
      begin();
      const all = records.map((own, index) => ({ ...waiting(index + 1), ...own }));
      await db.table('jobs').bulkAdd(all);
      const jobs = await read.jobs.all(db.jobs);
      await read.quarantine.settled();
      const aside = (await db.quarantine.toArray()).map(({ record }) => record);
      const isGood = ({ id }: { id: string }) => jobs.some((job) => job.id === id);
      expect(all.filter((_, index) => records[index] === null).every(isGood)).toBe(true);
      expect(aside).toEqual(all.filter((record) => !isGood(record)));
      expect(await db.jobs.toArray()).toEqual(all.filter(isGood));
      await db.delete();
    }),
    { numRuns: 40 },
  );
});
