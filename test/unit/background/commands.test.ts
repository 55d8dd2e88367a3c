import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CommandUses, createCommands } from '@/lib/background/commands';
import type { Hold } from '@/lib/jobs/hold';
import { Database } from '@/lib/storage/database';
import { hold } from '@/lib/storage/items';
import { createJobStore } from '@/lib/storage/job-store';
import { createKept } from '@/lib/storage/kept';
import { tableOf } from '../../fakes/table-of';
import { JOBS, uuid, waiting } from '../../samples/jobs';

const NOW = 5000;
const db = new Database('commands');
const store = createJobStore(db);
const wake = vi.fn();
const now = () => NOW;
const ports = { jobs: store, hold: createKept(hold), now };
const commands = createCommands({ store, runner: { ports, wake }, now } as unknown as CommandUses);

beforeEach(async () => {
  fakeBrowser.reset();
  await tableOf(db, 'jobs').clear();
});

const held = (reason: Hold['reason'], until = NOW): Hold => ({ reason, since: 1000, until });

describe('Resume', () => {
  it.each([
    ['what was seen', held('paused'), 'paused', undefined],
    [
      'what was seen, before its time',
      held('verification', NOW + 1),
      'verification',
      'verification',
    ],
    ['a pause that has become a stop since', held('verification'), 'paused', 'verification'],
  ] as const)('lifts only %s', async (_, before, reason, after) => {
    await hold.set(before);
    await commands.resume({ reason, jobIds: [] });
    expect((await hold.get())?.reason).toBe(after);
  });

  it('above the limit of a day is a yes to the jobs that were seen to wait, and to no other', async () => {
    await store.add([waiting(1), waiting(2)]);
    await hold.set(held('limit'));
    await commands.resume({ reason: 'limit', jobIds: [uuid(1)] });
    const allowed = (await store.open()).filter((job) => job.allowed).map(({ id }) => id);
    expect(allowed).toEqual([uuid(1)]);
  });

  it('of a pause is no yes to a limit', async () => {
    await store.add([waiting(1)]);
    await hold.set(held('limit'));
    await commands.resume({ reason: 'paused', jobIds: [uuid(1)] });
    expect((await store.get(uuid(1)))?.allowed).toBeUndefined();
  });
});

it('Resume lifts a pause also where the clock was put back since', async () => {
  await hold.set({ reason: 'paused', since: NOW + 86_400_000, until: NOW + 86_400_000 });
  await commands.resume({ reason: 'paused', jobIds: [] });
  expect(await hold.get()).toBeUndefined();
});

describe('a press on a job', () => {
  it.each([
    ['cancel', 'waiting', 'cancelled'],
    ['stop', 'running', 'cancelled'],
    ['forget', 'unknown', 'cancelled'],
    ['cancel', 'running', undefined],
    ['cancel', 'submitting', undefined],
    ['cancel', 'done', undefined],
    ['stop', 'waiting', undefined],
    ['stop', 'done', undefined],
    ['forget', 'running', undefined],
    ['cancel', 'cancelled', 'cancelled'],
  ] as const)('%s, on one that is %s by then', async (command, state, after) => {
    await store.add([JOBS[state]]);
    const answer = await commands[command]({ jobId: uuid(1) });
    expect(answer).toEqual(after ? { ok: true } : { ok: false, refusal: 'gone-on' });
    expect((await store.get(uuid(1)))?.state).toBe(after ?? state);
  });

  it('on one that is gone is told so', async () => {
    expect(await commands.cancel({ jobId: uuid(1) })).toMatchObject({ ok: false });
  });
});

it('Pause counts from the press on, also with a full storage', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const set = vi.spyOn(hold, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  await commands.pause({});
  expect((await ports.hold.get())?.reason).toBe('paused');
  await expect(ports.hold.store()).rejects.toThrow('quota');
  set.mockRestore();
  await ports.hold.store();
  expect((await hold.get())?.reason).toBe('paused');
  vi.restoreAllMocks();
});
