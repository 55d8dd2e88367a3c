import fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { openEntry } from '@/lib/ledger/ledger';
import { Database } from '@/lib/storage/database';
import { follow } from '@/lib/storage/follow';
import { createQuarantine, type Quarantine } from '@/lib/storage/quarantine';
import { readerOf } from '@/lib/storage/readers';
import type { ParsedTable, Reads } from '@/lib/storage/transaction';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { clip, JOBS, uuid, waiting } from '../../samples/jobs';

let db: Database;
let quarantine: Quarantine;
let told: MockInstance;
let names = 0;
let now = 42;

function begin(): void {
  db = new Database(`readers-${++names}`);
  now = 42;
  quarantine = createQuarantine(db, () => now);
}

beforeEach(() => {
  begin();
  told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => told.mockRestore());

const entry = (n: number) => openEntry({ ...JOBS.submitting, id: uuid(n) }, n, 100);
const reader = (name: ParsedTable, from: Reads = db) => readerOf(name, from, quarantine);
const allOf = (name: ParsedTable, from: Reads = db) =>
  reader(name, from).all((table) => table.getAll());

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
    await tableOf(db, name).put([good(1), oddOne(2), good(3)]);
    expect(await allOf(name)).toEqual([good(1), good(3)]);
    await quarantine.settled();
    expect(await tableOf(db, 'quarantine').all()).toEqual([
      { id: `${name} ${oddOne(2).id} 42`, table: name, record: oddOne(2), foundAt: 42 },
    ]);
    expect(await tableOf(db, name).count()).toBe(2);
  });

  it('finds the first that parses, one by its id, and some of those asked for', async () => {
    await tableOf(db, name).put([oddOne(1), oddOne(2), good(3), good(4)]);
    const [one, three, four] = [good(1).id, good(3).id, good(4).id];
    const read = reader(name);
    const ids = [one, good(2).id, three];
    const first = await read.first(async (table, limit) =>
      (await Promise.all(ids.map((id) => table.get(id)))).slice(0, limit),
    );
    expect(first).toEqual(good(3));
    expect(await read.first((table, limit) => table.getAll('gone', limit))).toBeUndefined();
    expect(await read.get(one)).toBeUndefined();
    expect(await read.get(three)).toEqual(good(3));
    expect(await read.some([four, one, 'gone', three])).toEqual([good(4), good(3)]);
  });
});

it('a read inside a transaction that knows nothing of the quarantine goes on, and so does the transaction', async () => {
  await tableOf(db, 'jobs').put([{ ...waiting(1), state: 'paused' }, waiting(2)]);
  await db.write(['jobs'], async (transaction) => {
    expect(await reader('jobs', transaction).get(uuid(1))).toBeUndefined();
    expect(await allOf('jobs', transaction)).toEqual([waiting(2)]);
    await transaction.put('jobs', [waiting(3)]);
  });
  expect(await reader('jobs').some([uuid(2), uuid(3)])).toEqual([waiting(2), waiting(3)]);
  await quarantine.settled();
  expect(await tableOf(db, 'quarantine').count()).toBe(1);
});

it('a read inside a live query shows the neighbours of what does not parse and follows them', async () => {
  await tableOf(db, 'jobs').put([{ ...waiting(1), state: 'paused' }, waiting(2)]);
  const seen: string[][] = [];
  const stop = follow(
    'test',
    (from) => reader('jobs', from).all((jobs) => jobs.getAll()),
    (jobs) => seen.push(jobs.map(({ id }) => id)),
    db,
  );
  await eventually(async () => expect(await tableOf(db, 'quarantine').count()).toBe(1));
  await tableOf(db, 'jobs').put([waiting(3)]);
  await eventually(() => expect(seen.at(-1)).toEqual([uuid(2), uuid(3)]));
  stop();
  expect(seen[0]).toEqual([uuid(2)]);
  expect(await tableOf(db, 'jobs').count()).toBe(2);
});

it('the quarantine takes nothing that has been written anew before its turn came', async () => {
  await tableOf(db, 'jobs').put([{ ...waiting(1), state: 'paused' }]);
  expect(await reader('jobs').get(uuid(1))).toBeUndefined();
  await db.write(['jobs'], (transaction) => transaction.put('jobs', [waiting(1)]));
  await quarantine.settled();
  expect(await reader('jobs').get(uuid(1))).toEqual(waiting(1));
  expect(await tableOf(db, 'quarantine').count()).toBe(0);
});

it('the quarantine keeps both of what is found under one id at two times', async () => {
  for (const state of ['paused', 'frozen']) {
    now += 1;
    await tableOf(db, 'jobs').put([{ ...waiting(1), state }]);
    expect(await reader('jobs').get(uuid(1))).toBeUndefined();
    await quarantine.settled();
  }
  const found = await tableOf(db, 'quarantine').all();
  expect(found.map(({ record }) => record)).toMatchObject([
    { state: 'paused' },
    { state: 'frozen' },
  ]);
});

it('a read leaves a record where it is as long as it cannot be moved, and reads its neighbours', async () => {
  await tableOf(db, 'jobs').put([{ ...waiting(1), state: 'paused' }, waiting(2)]);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  expect(await allOf('jobs')).toEqual([waiting(2)]);
  await quarantine.settled();
  expect(await tableOf(db, 'jobs').count()).toBe(2);
  full.mockRestore();
  expect(await allOf('jobs')).toEqual([waiting(2)]);
  await quarantine.settled();
  expect([await tableOf(db, 'jobs').count(), await tableOf(db, 'quarantine').count()]).toEqual([
    1, 1,
  ]);
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
      await tableOf(db, 'jobs').put(all);
      const jobs = await allOf('jobs');
      await quarantine.settled();
      const aside = (await tableOf(db, 'quarantine').all()).map(({ record }) => record);
      const isGood = ({ id }: { id: string }) => jobs.some((job) => job.id === id);
      expect(all.filter((_, index) => records[index] === null).every(isGood)).toBe(true);
      expect(aside).toEqual(all.filter((record) => !isGood(record)));
      expect(await tableOf(db, 'jobs').all()).toEqual(all.filter(isGood));
      await db.close();
      await deleteDB(db.name);
    }),
    { numRuns: 40 },
  );
});
