import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendAgain } from '@/lib/background/send-again';
import { Database } from '@/lib/storage/database';
import { DEFAULT_SETTINGS, learnedModels, settings } from '@/lib/storage/items';
import { jobsIn } from '@/lib/storage/job-queries';
import { createJobStore } from '@/lib/storage/job-store';
import { tableOf } from '../../fakes/table-of';
import { JOBS, uuid } from '../../samples/jobs';

const db = new Database('send-again');
const store = createJobStore(db);
const wake = vi.fn();
const uses = { store, runner: { wake }, now: () => 5000 };
const failed = (n: number) => ({ ...JOBS.failed, id: uuid(n), price: 20 });
const ids = [uuid(1), uuid(2), uuid(3)];

beforeEach(async () => {
  fakeBrowser.reset();
  wake.mockReset();
  await tableOf(db, 'jobs').clear();
  await store.add(ids.map((_, index) => failed(index + 1)));
});

const waiting = () => jobsIn('waiting', db);

describe('several jobs sent again', () => {
  it('are one batch of new requests, each naming the one it repeats', async () => {
    expect(await sendAgain(uses, ids, undefined)).toEqual({ ok: true, jobs: 3 });
    const made = await waiting();
    expect(new Set(made.map(({ batchId }) => batchId)).size).toBe(1);
    expect(made.map(({ againOf }) => againOf).sort()).toEqual(ids);
    for (const { id, request } of made) expect(request.sceneId).toBe(id);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('are made once, however often the button is pressed', async () => {
    await sendAgain(uses, ids, undefined);
    expect(await sendAgain(uses, ids, undefined)).toEqual({ ok: true, jobs: 0 });
    expect(await waiting()).toHaveLength(3);
  });

  it('ask once for their sum above a limit, and go with a yes to it', async () => {
    await settings.set({ ...DEFAULT_SETTINGS, batchLimit: 50 });
    expect(await sendAgain(uses, ids, undefined)).toEqual({
      ok: false,
      refusal: 'limit',
      question: { kind: 'batch', sum: 60, limit: 50 },
    });
    expect(await waiting()).toEqual([]);
    expect(await sendAgain(uses, ids, { batch: 60 })).toEqual({ ok: true, jobs: 3 });
  });

  it('pass the limit of the day only with a yes to that', async () => {
    await settings.set({ ...DEFAULT_SETTINGS, batchLimit: 50, dayLimit: 40 });
    expect(await sendAgain(uses, ids, { batch: 60 })).toMatchObject({
      question: { kind: 'day', sum: 60, spent: 0, limit: 40 },
    });
    await settings.set({ ...DEFAULT_SETTINGS, batchLimit: 50, dayLimit: 200 });
    await sendAgain(uses, ids.slice(0, 2), { batch: 60 });
    for (const job of await waiting()) expect(job.allowed).toBeUndefined();
    await sendAgain(uses, ids.slice(2), { batch: 60, day: 60 });
    expect((await waiting()).filter(({ allowed }) => allowed)).toHaveLength(1);
  });

  it('ask first where the page’s list names less than is known, and count as what is known', async () => {
    const key = JOBS.failed.request.modelKey;
    await learnedModels.set({ keys: {}, prices: { [key]: 0 } });
    for (const allowed of [undefined, { cheaper: 0 }, { cheaper: 59, price: true }])
      expect(await sendAgain(uses, ids, allowed)).toEqual({
        ok: false,
        refusal: 'limit',
        question: { kind: 'cheaper', sum: 60, named: 0 },
      });
    expect(await sendAgain(uses, ids, { cheaper: 60 })).toEqual({ ok: true, jobs: 3 });
  });

  it('ask first where the price has risen since, and count as what they cost now', async () => {
    const key = JOBS.failed.request.modelKey;
    await learnedModels.set({ keys: {}, prices: { [key]: 30 } });
    for (const allowed of [undefined, { dearer: 89 }, { cheaper: 90, batch: 90 }])
      expect(await sendAgain(uses, ids, allowed)).toEqual({
        ok: false,
        refusal: 'limit',
        question: { kind: 'dearer', sum: 90, before: 60 },
      });
    expect(await waiting()).toEqual([]);
    expect(await sendAgain(uses, ids, { dearer: 90 })).toEqual({ ok: true, jobs: 3 });
    expect((await waiting()).map(({ price }) => price)).toEqual([30, 30, 30]);
  });

  it('whose price is not known are not allowed by a sum', async () => {
    await settings.set({ ...DEFAULT_SETTINGS, dayLimit: 50 });
    const { price: _, ...rest } = failed(21);
    const unpriced = { ...rest, request: { ...rest.request, tier: 'PAYGATE_TIER_ZERO' as const } };
    await store.add([unpriced]);
    expect(await sendAgain(uses, [uuid(21)], { day: 60 })).toMatchObject({
      question: { kind: 'price' },
    });
    const yes = { price: true };
    expect(await sendAgain(uses, [uuid(21)], yes)).toEqual({ ok: true, jobs: 1 });
    expect((await waiting()).map(({ allowed }) => allowed)).toEqual([true]);
  });

  it('are only those that ended without a result', async () => {
    await store.add([
      { ...JOBS.done, id: uuid(11) },
      { ...JOBS.running, id: uuid(12) },
      { ...JOBS.unknown, id: uuid(13) },
    ]);
    const others = [uuid(11), uuid(12), uuid(13), uuid(99)];
    expect(await sendAgain(uses, others, undefined)).toEqual({ ok: true, jobs: 1 });
    expect(await sendAgain(uses, [uuid(11)], undefined)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });
});
