import { describe, expect, it } from 'vitest';
import type { OperationState } from '@/lib/flow/operations-reply';
import { createPoll } from '@/lib/queue/poll-running';
import type { QueuePorts, StatusOutcome } from '@/lib/queue/ports';
import { clip, JOBS, uuid } from '../job/sample-jobs';
import { createFakePorts } from './fake-ports';

const pollRunning = (ports: QueuePorts) => createPoll(ports)();

const job = (n: number, account = 'ada') => ({
  ...JOBS.running,
  deadlineAt: 10_000_000,
  id: uuid(n),
  account,
  operation: `op${n}`,
});
const state = (n: number, own: Partial<OperationState> = {}): OperationState => ({
  name: `op${n}`,
  status: 'ACTIVE',
  progress: 'running',
  ...own,
});
const answer = (...operations: OperationState[]): StatusOutcome => ({
  type: 'answered',
  operations,
});
const failure = (
  kind: 'network' | 'signed-out' | 'not-found' | 'throttled',
  own = {},
): StatusOutcome => ({
  type: 'failed',
  failure: { kind, charged: 'unknown', ...own },
});

/** What the clock of the fakes says at first. */
const START = 100_000;

describe('a poll', () => {
  it('asks once for all running jobs of an account', async () => {
    const { ports, world, log, stored } = createFakePorts([job(1), job(2), job(3)]);
    world.statuses = [answer(state(1), state(2), state(3))];
    expect(await pollRunning(ports)).toBe(5000);
    expect(log.filter((line) => line.startsWith('status'))).toEqual([
      'status op1 op2 op3 with ya29.first',
    ]);
    expect(stored.get(uuid(2))).toMatchObject({ state: 'running', status: 'ACTIVE' });
  });

  it('asks for each account on its own', async () => {
    const { ports, world, log } = createFakePorts([job(1), job(2, 'ben')]);
    world.statuses = [answer(state(1)), answer(state(2))];
    await pollRunning(ports);
    expect(log.filter((line) => line.startsWith('status'))).toHaveLength(2);
  });

  it('ends finished jobs and keeps their clip', async () => {
    const media = clip(8, { title: '' });
    const { ports, world, stored, extras } = createFakePorts([job(1), job(2)]);
    world.statuses = [answer(state(1, { progress: 'done', media, mediaId: media.id }), state(2))];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'done',
      result: { mediaId: media.id, operation: 'op1', hasFile: false },
    });
    expect(extras.get(uuid(1))?.media).toMatchObject({
      key: media.key,
      title: 'Witch lands, Orbit up',
    });
    expect(stored.get(uuid(2))?.state).toBe('running');
  });

  it('ends failed jobs with the reason as it came', async () => {
    const { ports, world, stored } = createFakePorts([job(1), job(2)]);
    const error = { code: 3, message: 'Blocked: PUBLIC_ERROR_MINOR.' };
    world.statuses = [
      answer(
        state(1, { progress: 'failed', status: 'FAILED', error }),
        state(2, { progress: 'failed', status: 'REJECTED' }),
      ),
    ];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'failed',
      failure: { kind: 'generation', reason: 'PUBLIC_ERROR_MINOR', message: error.message },
    });
    expect(stored.get(uuid(2))).toMatchObject({ failure: { reason: 'REJECTED' } });
  });

  it('keeps an unknown word and goes on', async () => {
    const { ports, world, stored } = createFakePorts([job(1)]);
    world.statuses = [answer(state(1, { progress: 'unknown', status: 'DREAMING' }))];
    expect(await pollRunning(ports)).toBe(5000);
    expect(stored.get(uuid(1))).toMatchObject({ state: 'running', status: 'DREAMING' });
  });

  it('changes nothing for operations that are missing, doubled or not ours', async () => {
    const { ports, world, stored } = createFakePorts([job(1), job(2)]);
    world.statuses = [answer(state(1), state(1), state(9))];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({ state: 'running', status: 'ACTIVE' });
    expect(stored.get(uuid(2))).toEqual(job(2));
  });

  it.each([
    ['network', 0, undefined, [10_000, 20_000, 40_000, 60_000, 60_000]],
    ['network', 0.9, undefined, [5500, 11_000, 22_000, 33_000, 33_000]],
    ['throttled', 0, 30_000, [30_000, 30_000, 40_000, 60_000, 60_000]],
  ] as const)('after %s waits longer each time', async (kind, random, retryAfterMs, waits) => {
    const { ports, world, stored } = createFakePorts([job(1)]);
    world.random = random;
    world.statuses = [failure(kind, { retryAfterMs })];
    const poll = createPoll(ports);
    for (const wait of waits) expect(await poll()).toBeCloseTo(wait, 5);
    expect(stored.get(uuid(1))).toEqual(job(1));
    world.statuses = [answer(state(1))];
    expect(await poll()).toBe(5000);
  });

  it('names a job late only after Flow was asked, and only past its deadline', async () => {
    const { ports, world, stored } = createFakePorts([
      { ...job(1), deadlineAt: 1 },
      { ...job(2), deadlineAt: START + 1 },
      { ...job(3), deadlineAt: 1 },
    ]);
    const poll = createPoll(ports);
    world.statuses = [failure('network')];
    await poll();
    expect(stored.get(uuid(1))?.state).toBe('running');
    world.statuses = [answer(state(1), state(2), state(3, { progress: 'done' }))];
    await poll();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'failed', failure: { kind: 'late' } });
    expect(stored.get(uuid(2))?.state).toBe('running');
    expect(stored.get(uuid(3))?.state).toBe('done');
  });

  it.each([
    ['the balance rose by its price', 1520, 'no'],
    ['the balance stayed', 1500, 'unknown'],
  ] as const)('says whether a failed job was charged: %s', async (_, balance, charged) => {
    const { ports, world, stored } = createFakePorts([{ ...job(1), price: 20 }]);
    world.balance = 1500;
    const failed = state(1, { progress: 'failed', status: 'FAILED' });
    world.statuses = [{ type: 'answered', operations: [failed], balance }];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({ state: 'failed', failure: { charged } });
  });

  it('after a 401 is repeated once with a new token', async () => {
    const { ports, world, log } = createFakePorts([job(1)]);
    world.statuses = [failure('signed-out'), answer(state(1))];
    await pollRunning(ports);
    expect(log.slice(0, 3)).toEqual([
      'status op1 with ya29.first',
      'renew',
      'status op1 with ya29.second',
    ]);
  });

  it('stops while nobody is signed in, and the jobs stay as they are', async () => {
    const { ports, world, stored } = createFakePorts([job(1)]);
    world.pass = undefined;
    expect(await pollRunning(ports)).toBeUndefined();
    expect(stored.get(uuid(1))).toEqual(job(1));
  });

  it('asks one by one when Flow no longer knows one of them', async () => {
    const { ports, world, log, stored } = createFakePorts([job(1), job(2)]);
    world.statuses = [failure('not-found'), failure('not-found'), answer(state(2))];
    await pollRunning(ports);
    expect(log.filter((line) => line.startsWith('status'))).toEqual([
      'status op1 op2 with ya29.first',
      'status op1 with ya29.first',
      'status op2 with ya29.first',
    ]);
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'failed',
      failure: { kind: 'not-found', charged: 'unknown' },
    });
    expect(stored.get(uuid(2))?.state).toBe('running');
  });

  it('has nothing to do without a running job', async () => {
    const { ports } = createFakePorts([JOBS.waiting, JOBS.done]);
    expect(await pollRunning(ports)).toBeUndefined();
  });
});
