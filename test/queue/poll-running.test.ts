import { describe, expect, it } from 'vitest';
import type { OperationState } from '@/lib/flow/operations-reply';
import { pollRunning } from '@/lib/queue/poll-running';
import type { StatusOutcome } from '@/lib/queue/ports';
import { clip, JOBS, uuid } from '../job/sample-jobs';
import { createFakePorts } from './fake-ports';

const job = (n: number, account = 'ada') => ({
  ...JOBS.running,
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

  it.each(['network', 'throttled'] as const)('is repeated after %s', async (kind) => {
    const { ports, world, stored } = createFakePorts([job(1)]);
    world.statuses = [failure(kind, kind === 'throttled' ? { retryAfterMs: 30_000 } : {})];
    expect(await pollRunning(ports)).toBe(kind === 'throttled' ? 30_000 : 5000);
    expect(stored.get(uuid(1))).toEqual(job(1));
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
