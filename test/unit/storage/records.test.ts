import { beforeEach, expect, it, vi } from 'vitest';
import { openEntry } from '@/lib/ledger/ledger';
import { Database } from '@/lib/storage/database';
import { entriesSince } from '@/lib/storage/ledger-queries';
import { allRecords, findAside, tryWrite } from '@/lib/storage/record-queries';
import { deleteRecords } from '@/lib/storage/records';
import { tableOf } from '../../fakes/table-of';
import { clip, JOBS, uuid } from '../../samples/jobs';

const TODAY = 10_000;
let db: Database;
let count = 0;

beforeEach(() => {
  db = new Database(`records-${count++}`);
});

const { done, failed, cancelled, waiting, running, unknown } = JOBS;
const early = { ...done, id: uuid(2), endedAt: 500, result: { hasFile: true } };

async function fill(): Promise<void> {
  const jobs = [
    early,
    { ...failed, id: uuid(3) },
    { ...cancelled, id: uuid(4) },
    { ...waiting, id: uuid(5) },
    { ...done, id: uuid(6), endedAt: 2000 },
  ];
  await tableOf(db, 'jobs').put(jobs);
  await tableOf(db, 'ledger').put([
    openEntry({ ...early, sentAt: 100 }, 100, undefined),
    openEntry({ ...early, sentAt: TODAY + 1 }, TODAY + 1, undefined),
    openEntry({ ...waiting, id: uuid(5), sentAt: 100 }, 100, undefined),
  ]);
  await tableOf(db, 'files').put([{ jobId: early.id, file: new Blob(['a']) }]);
  await tableOf(db, 'pictures').put([
    { mediaId: waiting.sourceId, picture: new Blob() },
    { mediaId: clip(9).id, picture: new Blob() },
  ]);
  await tableOf(db, 'strips').put([{ id: 'a', picture: new Blob(), drawnAt: 0 }]);
}

const ids = async () => (await tableOf(db, 'jobs').keys()).sort();

it('deleting records takes what has ended, with its file, its picture and its old ledger; open jobs stay', async () => {
  await fill();
  expect(await deleteRecords(TODAY, db)).toEqual({ deleted: 4, kept: 1 });
  expect(await ids()).toEqual([uuid(5)]);
  expect(await tableOf(db, 'files').count()).toBe(0);
  expect(await tableOf(db, 'strips').count()).toBe(0);
  expect(await tableOf(db, 'pictures').keys()).toEqual([waiting.sourceId]);
});

it('deleting records leaves today’s ledger for the limit of the day, and that of open jobs', async () => {
  await fill();
  await deleteRecords(TODAY, db);
  const left = await entriesSince(0, db);
  expect(left.map(({ at, jobId }) => [at, jobId])).toEqual([
    [100, uuid(5)],
    [TODAY + 1, early.id],
  ]);
});

it('deleting records leaves a result that an unknown job could be taken for', async () => {
  await fill();
  await tableOf(db, 'jobs').put([
    { ...unknown, id: uuid(7), sentAt: 1000 },
    { ...running, id: uuid(8), sentAt: 3000 },
  ]);
  expect(await deleteRecords(TODAY, db)).toEqual({ deleted: 3, kept: 4 });
  expect(await ids()).toEqual([uuid(5), uuid(6), uuid(7), uuid(8)]);
});

it('deleting records leaves beside an unknown job what may have made a clip that nobody knows', async () => {
  await tableOf(db, 'jobs').put([
    { ...unknown, id: uuid(7), sentAt: 1000 },
    { ...cancelled, id: uuid(8), was: 'running', sentAt: 900, endedAt: 950 },
    { ...failed, id: uuid(9), operation: 'late', sentAt: 900, endedAt: 950 },
    { ...failed, id: uuid(10), sentAt: 900, endedAt: 950 },
  ]);
  expect(await deleteRecords(TODAY, db)).toEqual({ deleted: 1, kept: 3 });
});

it('deleting records takes what does not parse, whether it was set aside or not', async () => {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await fill();
  await tableOf(db, 'jobs').put([{ ...waiting, id: uuid(9), title: 5 }]);
  await tableOf(db, 'quarantine').put([{ id: 'jobs a 1', table: 'jobs', record: {}, foundAt: 1 }]);
  expect(await deleteRecords(TODAY, db)).toEqual({ deleted: 4, kept: 1 });
  expect(await ids()).toEqual([uuid(5)]);
  expect(await tableOf(db, 'quarantine').count()).toBe(0);
  told.mockRestore();
});

it('deleting records takes how saving went with the jobs that go, and what was saved of clips', async () => {
  await fill();
  const core = { by: 'user', askedAt: 1, index: 0, changedAt: 1 } as const;
  const saved = { state: 'saved', endedAt: 1, path: 'a.mp4' } as const;
  await tableOf(db, 'saves').put([
    { ...core, ...saved, id: early.id, of: 'job' },
    { ...core, ...saved, id: 'clip', of: 'clip' },
    { ...core, id: 'open clip', of: 'clip', state: 'requested' },
    { ...core, ...saved, id: uuid(6), of: 'job' },
  ]);
  await deleteRecords(TODAY, db);
  const left = new Set(await ids());
  const expected = ['open clip', ...[uuid(6)].filter((id) => left.has(id))];
  expect((await tableOf(db, 'saves').keys()).sort()).toEqual(expected.sort());
  expect(left.has(early.id)).toBe(false);
});

it('the export has all records of each kind, and what was set aside before', async () => {
  await fill();
  await tableOf(db, 'media').put([clip(1)]);
  await tableOf(db, 'quarantine').put([
    { id: 'jobs a 1', table: 'jobs', record: { a: 1 }, foundAt: 1 },
  ]);
  const [jobs, ledger, media, pageJobs, aside] = await allRecords(db);
  expect([jobs.length, ledger.length, media.length]).toEqual([5, 3, 1]);
  expect(pageJobs).toEqual([]);
  expect(aside.map(({ record }) => record)).toEqual([{ a: 1 }]);
});

it('the self-check finds what does not parse in any table, also where nobody has asked for it', async () => {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tableOf(db, 'jobs').put([{ ...waiting, title: 5 }]);
  await tableOf(db, 'ledger').put([{ ...openEntry(done, 1, undefined), charged: 'perhaps' }]);
  await tableOf(db, 'media').put([{ ...clip(1), title: null }]);
  const tables = (await findAside(db)).map(({ table }) => table);
  expect(tables.sort()).toEqual(['jobs', 'ledger', 'media']);
  told.mockRestore();
});

it('the self-check tries whether a record can be written, and leaves none behind', async () => {
  await tryWrite(db);
  expect(await tableOf(db, 'strips').count()).toBe(0);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  await expect(tryWrite(db)).rejects.toThrow('QuotaExceededError');
  full.mockRestore();
});
