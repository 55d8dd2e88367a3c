import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import { mostOf } from '@/lib/ledger/cost';
import { openEntry } from '@/lib/ledger/ledger';
import { Database } from '@/lib/storage/database';
import { createJobStore, type JobStore } from '@/lib/storage/job-store';
import { createLibrary } from '@/lib/storage/library';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { clip, JOBS, uuid, waiting } from '../../samples/jobs';

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

  it('makes the jobs of a wish once, also where it comes twice at the same time', async () => {
    const { batchId } = waiting(1);
    const counts = await Promise.all([
      store.add([waiting(1), waiting(2)], batchId),
      store.add([waiting(3), waiting(4)], batchId),
    ]);
    expect(counts).toEqual([2, 0]);
    expect(await store.open()).toHaveLength(2);
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

  it.each([
    ['failed', 1],
    ['unknown', 1],
    ['done', 0],
    ['running', 0],
    ['cancelled', 0],
  ] as const)('sends one again that is %s by now: %i', async (state, count) => {
    await store.add([{ ...JOBS[state], id: uuid(1) }]);
    expect(await store.addAgain([{ ...waiting(2), againOf: uuid(1) }])).toBe(count);
  });

  it('shows a change the job that the changed one sends again', async () => {
    await store.add([
      { ...JOBS.unknown, id: uuid(1) },
      { ...waiting(2), againOf: uuid(1) },
    ]);
    const seen: unknown[] = [];
    await store.update(uuid(2), (job, _, { original }) => {
      seen.push(original?.state);
      return { job };
    });
    expect(seen).toEqual(['unknown']);
  });

  it('stamps every change later than all before it, however the clock is put back', async () => {
    const clock = { now: 9000 };
    const own = createJobStore(db, () => clock.now);
    await own.add([waiting(1)]);
    clock.now = 100;
    await own.add([waiting(2)]);
    await own.update(uuid(1), (job) => ({ job: { ...job, allowed: true } }));
    const stamps = await own.some([uuid(1), uuid(2)]);
    expect(stamps.map(({ changedAt }) => changedAt)).toEqual([9002, 9001]);
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

  it('stores the clip of a result over what was known of it', async () => {
    const seen = clip(2, { title: 'By Flow', frames: 240, width: 1280, height: 720, seenAt: 50 });
    await createLibrary(db).remember([seen]);
    await store.add([JOBS.running]);
    const { frames: _frames, ...made } = clip(2, { title: 'A stand-in', seenAt: 90, seed: 7 });
    await store.update(JOBS.running.id, () => ({ job: JOBS.done }), { media: made });
    expect(await createLibrary(db).get(made.id)).toEqual({
      ...seen,
      seed: 7,
      firstSeenAt: 50,
      seenAt: 90,
    });
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
    expect(await store.get(JOBS.done.id)).toEqual({ ...JOBS.done, changedAt: 43 });
    expect(await tableOf(db, 'media').get(clip(2).id)).toEqual(clip(2));
    expect(mostOf(await store.costSince(1000))).toBe(20);
    expect(mostOf(await store.costSince(1001))).toBe(0);
    expect(await (await store.file(JOBS.done.id))?.text()).toBe('a film');
  });

  it('stores nothing when nothing changed, extras included', async () => {
    await store.add([JOBS.running]);
    const step = await store.update(JOBS.running.id, (job) => ({ job }), { media: clip(2) });
    expect(step?.changed).toBe(false);
    expect(await tableOf(db, 'media').count()).toBe(0);
  });

  it('has no answer for a job that is not there', async () => {
    expect(await store.update(uuid(9), () => ({ job: JOBS.done }))).toBeUndefined();
  });

  it('knows when the last submit went out', async () => {
    expect(await store.lastSubmit()).toBeUndefined();
    await store.add([waiting(1), { ...JOBS.failed, id: uuid(2), sentAt: 70 }]);
    expect((await store.lastSubmit())?.sentAt).toBe(70);
  });

  it('stamps two changes within one millisecond with two moments, so that both are news', async () => {
    await store.add([JOBS.done]);
    await store.keep(JOBS.done.id, true);
    await store.clear([JOBS.done.id], true);
    expect((await store.get(JOBS.done.id))?.changedAt).toBe(44);
  });
});

describe('a record that does not parse', () => {
  const odd = { ...waiting(1), request: { action: 'delete' } };
  let told: MockInstance;

  beforeEach(async () => {
    told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await tableOf(db, 'jobs').put([odd, waiting(2)]);
  });
  afterEach(() => told.mockRestore());

  const aside = async () => {
    await eventually(async () =>
      expect(await tableOf(db, 'quarantine').count()).toBeGreaterThan(0),
    );
    return (await tableOf(db, 'quarantine').all()).map(({ record }) => record);
  };

  it('is set aside, and its neighbours go on', async () => {
    expect((await store.open()).map(({ id }) => id)).toEqual([uuid(2)]);
    expect(await aside()).toEqual([odd]);
    expect(await tableOf(db, 'jobs').get(uuid(1))).toBeUndefined();
    expect(told).toHaveBeenCalledOnce();
  });

  it('is as if it were not there for whoever changes it, and nothing is left hanging', async () => {
    const change = vi.fn();
    expect(await store.update(uuid(1), change)).toBeUndefined();
    expect(change).not.toHaveBeenCalled();
    await store.keep(uuid(1), true);
    expect(await store.clear([uuid(1), uuid(2)], true)).toBe(0);
    const step = await store.update(uuid(2), (job) => ({ job: { ...job, allowed: true } }));
    expect(step?.changed).toBe(true);
    expect(await aside()).toEqual([odd]);
  });

  it('does not hide when the last submit went out', async () => {
    await tableOf(db, 'jobs').put([
      { ...JOBS.failed, id: uuid(3), sentAt: 70 },
      { ...JOBS.failed, id: uuid(4), sentAt: 80, title: 5 },
    ]);
    expect((await store.lastSubmit())?.sentAt).toBe(70);
  });

  it('keeps its clip: no other job may take it for its own', async () => {
    const mine = { ...JOBS.done, id: uuid(5), title: 5 };
    await tableOf(db, 'jobs').put([mine]);
    const claimed = new Set([clip(2).id]);
    expect(await store.claimed()).toEqual(claimed);
    expect(await store.get(uuid(5))).toBeUndefined();
    await eventually(async () => expect(await tableOf(db, 'jobs').get(uuid(5))).toBeUndefined());
    expect(await store.claimed()).toEqual(claimed);
  });

  it('tells a change whose clip it claims, in the same transaction', async () => {
    await tableOf(db, 'jobs').clear();
    await store.add([JOBS.done, { ...JOBS.unknown, id: uuid(6) }]);
    const told = async (id: string, claims?: string) => {
      const change = vi.fn((job: Job, _entry: unknown, _found: { isTaken: boolean }) => ({ job }));
      await store.update(id, change, { claims });
      return change.mock.calls[0]?.[2].isTaken;
    };
    expect(await told(uuid(6), clip(2).id)).toBe(true);
    expect(await told(uuid(6), clip(3).id)).toBe(false);
    expect(await told(uuid(6))).toBe(false);
    expect(await told(JOBS.done.id, clip(2).id)).toBe(false);
    await tableOf(db, 'jobs').put([{ ...JOBS.done, title: 5 }]);
    await store.get(JOBS.done.id);
    await eventually(async () =>
      expect(await tableOf(db, 'jobs').get(JOBS.done.id)).toBeUndefined(),
    );
    expect(await told(uuid(6), clip(2).id)).toBe(true);
  });

  it('of the ledger or of a clip is kept where a change writes over it', async () => {
    await tableOf(db, 'jobs').clear();
    await store.add([JOBS.running]);
    const entry = openEntry(JOBS.done, JOBS.running.sentAt, 1540);
    const [oddEntry, oddClip] = [
      { ...entry, charged: 'perhaps' },
      { ...clip(2), title: null },
    ];
    await tableOf(db, 'ledger').put([oddEntry]);
    await tableOf(db, 'media').put([oddClip]);
    const found = vi.fn(() => ({ job: JOBS.done, entry }));
    const step = await store.update(JOBS.running.id, found, { media: clip(2) });
    expect(found).toHaveBeenCalledWith(expect.objectContaining({ state: 'running' }), undefined, {
      original: undefined,
      isTaken: false,
    });
    expect(step?.changed).toBe(true);
    expect(await tableOf(db, 'ledger').get(entry.id)).toEqual(entry);
    expect(await tableOf(db, 'media').get(clip(2).id)).toEqual(clip(2));
    expect(await aside()).toEqual([oddEntry, oddClip]);
  });
});
