import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageJob } from '@/lib/jobs/page-job';
import { Database } from '@/lib/storage/database';
import { allPageJobs, createPageJobStore, PAGE_JOBS_AT_MOST } from '@/lib/storage/page-job-store';
import { tableOf } from '../../fakes/table-of';
import { PROJECT, uuid } from '../../samples/jobs';

const db = new Database('page-jobs');
let store = createPageJobStore(db);

const running = (n: number, more: Partial<PageJob> = {}): PageJob =>
  ({
    ...{ id: `op${n}`, batchId: 'b', createdAt: n, account: 'ada', projectId: PROJECT },
    ...{ action: 'text', title: 'A kite', sourceIds: [], seed: n, model: 'veo' },
    ...{ state: 'running', status: 'PENDING', heardAt: n, ...more },
  }) as PageJob;

const done = (name: string) => ({
  ...{ name, status: 'MEDIA_GENERATION_STATUS_SUCCESSFUL', progress: 'done' as const },
  mediaId: uuid(1),
});

const states = async () => (await allPageJobs(db)).map(({ id, state }) => `${id} ${state}`);

// What it remembers of a moment ago is that moment's.
beforeEach(async () => {
  store = createPageJobStore(db);
  await tableOf(db, 'pageJobs').clear();
});

describe('jobs of the page', () => {
  it('are kept once, newest first', async () => {
    await store.add([running(1), running(2)]);
    await store.hear([done('op1')], 'ada', 9);
    await store.add([running(1), running(3)]);
    expect(await states()).toEqual(['op3 running', 'op2 running', 'op1 done']);
  });

  it('are no more than a list is looked through for: the oldest give way', async () => {
    const many = Array.from({ length: PAGE_JOBS_AT_MOST }, (_, n) => running(n + 10));
    await store.add(many);
    await store.add([running(9_000), running(9_001)]);
    const kept = await allPageJobs(db);
    expect(kept).toHaveLength(PAGE_JOBS_AT_MOST);
    expect([kept[0]?.id, kept.at(-1)?.id]).toEqual(['op9001', 'op12']);
  });

  it('hear what their own account is told, and nothing of another’s', async () => {
    await store.add([running(1), running(2)]);
    const heard = [done('op1'), done('op7')];
    expect(await store.hear(heard, 'ben', 9)).toEqual([]);
    expect(await store.hear(heard, 'ada', 9)).toMatchObject([{ id: 'op1', state: 'done' }]);
    expect(await store.hear(heard, 'ada', 10)).toEqual([]);
    expect(await states()).toEqual(['op2 running', 'op1 done']);
  });

  it('are heard of by the clip that they make, where the page asks after that', async () => {
    await store.add([running(1, { mediaId: uuid(8) }), running(2)]);
    const { mediaId: _, ...media } = done(uuid(8));
    expect(await store.hear([media], 'ada', 9)).toMatchObject([{ id: 'op1', mediaId: uuid(8) }]);
    expect(await states()).toEqual(['op2 running', 'op1 done']);
  });

  it('of which nothing new is told write nothing', async () => {
    await store.add([running(1)]);
    const write = vi.spyOn(db, 'write');
    const same = { name: 'op1', status: 'PENDING', progress: 'running' as const };
    expect(await store.hear([same, done('op9')], 'ada', 2)).toEqual([]);
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  });

  it('are done once a list shows their clip', async () => {
    await store.add([running(1), running(2)]);
    const clip = {
      ...({ id: uuid(5), key: uuid(5), kind: 'video', projectId: PROJECT, title: '' } as const),
      ...{ seenAt: 1, seed: 2, model: 'veo' },
    };
    expect(await store.see([clip], 9)).toMatchObject([{ id: 'op2', mediaId: clip.id }]);
    expect(await states()).toEqual(['op2 done', 'op1 running']);
  });

  it('that run are found by their account, oldest first', async () => {
    await store.add([running(2), running(1), running(3), running(4, { account: 'bob' })]);
    await store.hear([done('op3')], 'ada', 9);
    expect((await store.running('ada')).map(({ id }) => id)).toEqual(['op1', 'op2']);
  });

  it('go off the list once they have ended, and come back', async () => {
    await store.add([running(1), running(2)]);
    await store.hear([done('op1')], 'ada', 9);
    expect(await store.clear(['op1', 'op2', 'none'], true, 10)).toBe(1);
    expect(await store.clear(['op1'], true, 11)).toBe(0);
    expect((await allPageJobs(db)).map(({ clearedAt }) => clearedAt)).toEqual([undefined, 10]);
    expect(await store.clear(['op1', 'op2'], false, 12)).toBe(1);
    expect((await allPageJobs(db)).map(({ clearedAt }) => clearedAt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('that do not parse are set aside and hide no other', async () => {
    await tableOf(db, 'pageJobs').put([{ ...running(1), state: 'lost' }]);
    await store.add([running(1), running(2)]);
    expect(await states()).toEqual(['op2 running', 'op1 running']);
    expect(await tableOf(db, 'quarantine').count()).toBe(1);
  });
});

it('a job of the page whose end is told before its start has ended when it is added', async () => {
  await store.hear([done('op30'), done('op31')], 'ada', 9);
  await store.add([running(30), running(31, { account: 'ben' }), running(32)]);
  expect(await states()).toEqual(['op32 running', 'op31 running', 'op30 done']);
});

describe('a prepared job', () => {
  const prepared = (id: string, more: Partial<PageJob> = {}) =>
    ({ ...running(1), ...{ id, state: 'prepared', createdAt: 3 }, ...more }) as PageJob;

  it('gives its place to what the page has started for it, once', async () => {
    await store.add([prepared('mine'), running(9)]);
    await store.recognise('mine', running(20));
    await store.recognise('mine', running(20));
    expect(await states()).toEqual(['op9 running', 'op20 running']);
    expect((await allPageJobs(db)).at(-1)).toMatchObject({ id: 'op20', createdAt: 3 });
  });

  it('that is gone by then takes nothing from what was started', async () => {
    await store.recognise('gone', running(20));
    expect(await states()).toEqual(['op20 running']);
  });

  it('is found by its account while it is on the list', async () => {
    await store.add([prepared('mine'), prepared('theirs', { account: 'ben' }), prepared('off')]);
    await store.clear(['off'], true, 5);
    expect((await store.prepared('ada')).map(({ id }) => id)).toEqual(['mine']);
  });
});
