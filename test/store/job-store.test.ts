import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openEntry } from '@/lib/job/ledger';
import { Database } from '@/lib/store/database';
import { createJobStore, type JobStore } from '@/lib/store/job-store';
import { clip, JOBS, uuid, waiting } from '../job/sample-jobs';

let db: Database;
let store: JobStore;
let names = 0;

beforeEach(() => {
  db = new Database(`test-${++names}`);
  store = createJobStore(db, () => 42);
});

describe('the job store', () => {
  it('adds all jobs of a wish or none', async () => {
    await store.add([waiting(1), waiting(2)]);
    await expect(store.add([waiting(3), waiting(1)])).rejects.toThrow();
    expect((await store.open()).map(({ id }) => id).sort()).toEqual([uuid(1), uuid(2)]);
  });

  it('knows a wish it has had before', async () => {
    await store.add([waiting(1)]);
    expect(await store.hasBatch(waiting(1).batchId)).toBe(true);
    expect(await store.hasBatch(uuid(5))).toBe(false);
  });

  it('sends a job again once, however often it is asked to', async () => {
    const again = (n: number) => ({ ...waiting(n), againOf: uuid(1) });
    await Promise.all([store.addAgain([again(2)]), store.addAgain([again(3)])]);
    expect(await store.open()).toHaveLength(1);
  });

  it('says how many it sends again', async () => {
    const again = (n: number, of: number) => ({ ...waiting(n), againOf: uuid(of) });
    expect(await store.addAgain([again(11, 1), again(12, 2)])).toBe(2);
    expect(await store.addAgain([again(13, 2), again(14, 3)])).toBe(1);
  });

  it('takes only jobs that have ended off the list, and puts them back', async () => {
    const jobs = Object.values(JOBS).map((job, index) => ({ ...job, id: uuid(index + 1) }));
    await store.add(jobs);
    const ids = jobs.map(({ id }) => id);
    const cleared = async () =>
      (await store.some(ids))
        .filter(({ clearedAt }) => clearedAt !== undefined)
        .map(({ state }) => state);
    expect(await store.clear(ids, true)).toBe(3);
    expect((await cleared()).sort()).toEqual(['cancelled', 'done', 'failed']);
    expect(await store.clear(ids, true)).toBe(0);
    expect(await store.clear(ids.slice(0, 7), false)).toBe(3);
    expect(await cleared()).toEqual([]);
  });

  it('marks a finished take as one to keep, and no other job', async () => {
    const [done, failed] = [JOBS.done, { ...JOBS.failed, id: uuid(77) }];
    await store.add([done, failed]);
    for (const { id } of [done, failed]) await store.keep(id, true);
    expect((await store.get(done.id))?.keptAt).toBeTypeOf('number');
    expect((await store.get(failed.id))?.keptAt).toBeUndefined();
    await store.keep(done.id, false);
    expect((await store.get(done.id))?.keptAt).toBeUndefined();
  });

  it('stamps what it stores, so that views can follow what has changed', async () => {
    await store.add([waiting(1)]);
    const added = (await store.get(uuid(1)))?.changedAt ?? 0;
    await store.update(uuid(1), (job) => ({ job: { ...job, allowed: true } }));
    expect((await store.get(uuid(1)))?.changedAt).toBeGreaterThanOrEqual(added);
    expect(added).toBeGreaterThan(0);
  });

  it('names the jobs that still need something', async () => {
    const jobs = Object.values(JOBS).map((job, index) => ({ ...job, id: uuid(index + 1) }));
    await store.add(jobs);
    const open = await store.open();
    expect(open.map(({ state }) => state).sort()).toEqual(['running', 'submitting', 'waiting']);
    expect((await store.unknown()).map(({ state }) => state)).toEqual(['unknown']);
    expect(await store.claimed()).toEqual(new Set([clip(2).id]));
  });

  it('stores job, clip and file together', async () => {
    await store.add([JOBS.running]);
    const rawBytes = btoa('a film');
    const entry = openEntry(JOBS.done, 1000, 1540);
    const step = await store.update(JOBS.running.id, () => ({ job: JOBS.done, entry }), {
      media: clip(2),
      rawBytes,
    });
    expect(step).toEqual({ job: JOBS.done, changed: true });
    expect(await store.get(JOBS.done.id)).toEqual({ ...JOBS.done, changedAt: 42 });
    expect(await db.media.get(clip(2).id)).toEqual(clip(2));
    expect(await store.spentSince(1000)).toBe(20);
    expect(await store.spentSince(1001)).toBe(0);
    expect(await (await store.file(JOBS.done.id))?.text()).toBe('a film');
  });

  it('stores nothing when nothing changed, extras included', async () => {
    await store.add([JOBS.running]);
    const step = await store.update(JOBS.running.id, (job) => ({ job }), { media: clip(2) });
    expect(step?.changed).toBe(false);
    expect(await db.media.count()).toBe(0);
  });

  it('has no answer for a job that is not there', async () => {
    expect(await store.update(uuid(9), () => ({ job: JOBS.done }))).toBeUndefined();
  });

  it('knows when the last submit went out', async () => {
    expect(await store.lastSentAt()).toBeUndefined();
    await store.add([waiting(1), { ...JOBS.failed, id: uuid(2), sentAt: 70 }]);
    expect(await store.lastSentAt()).toBe(70);
  });

  it('sets a record aside that does not parse, and goes on with the others', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const bad = { ...waiting(1), request: { action: 'delete' } };
    await db.table('jobs').bulkAdd([bad, waiting(2)]);
    expect((await store.open()).map(({ id }) => id)).toEqual([uuid(2)]);
    expect(await db.quarantine.get(uuid(1))).toEqual({ id: uuid(1), record: bad, foundAt: 42 });
    expect(await db.jobs.get(uuid(1))).toBeUndefined();
    expect(told).toHaveBeenCalledOnce();
  });
});
