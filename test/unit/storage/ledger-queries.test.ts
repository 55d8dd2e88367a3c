import { beforeEach, expect, it } from 'vitest';
import { openEntry } from '@/lib/ledger/ledger';
import { Database } from '@/lib/storage/database';
import { entriesOf, entriesSince, isLedgerEmpty, lastEntryOf } from '@/lib/storage/ledger-queries';
import { tableOf } from '../../fakes/table-of';
import { JOBS, uuid } from '../../samples/jobs';

let db: Database;
let names = 0;

const entry = (n: number, at: number) =>
  openEntry({ ...JOBS.submitting, id: uuid(n), sentAt: at }, at, 100);

beforeEach(async () => {
  db = new Database(`ledger-queries-${++names}`);
  await tableOf(db, 'ledger').put([entry(1, 30), entry(1, 10), entry(2, 20), entry(3, 40)]);
});

it('the ledger finds the submits since a moment, oldest first', async () => {
  expect((await entriesSince(20, db)).map(({ at }) => at)).toEqual([20, 30, 40]);
  expect(await entriesSince(41, db)).toEqual([]);
});

it('the ledger finds every submit of several jobs', async () => {
  const found = await entriesOf([uuid(2), uuid(1), uuid(9)], db);
  expect(found.map(({ at }) => at).sort()).toEqual([10, 20, 30]);
  expect(await entriesOf([], db)).toEqual([]);
});

it('the ledger finds the last submit of a job', async () => {
  expect(await lastEntryOf(uuid(1), db)).toEqual(entry(1, 30));
  expect(await lastEntryOf(uuid(9), db)).toBeUndefined();
});

it('the ledger knows whether it has any submit', async () => {
  expect(await isLedgerEmpty(db)).toBe(false);
  await tableOf(db, 'ledger').clear();
  expect(await isLedgerEmpty(db)).toBe(true);
});
