import { describe, expect, it } from 'vitest';
import type { OperationRef } from '@/lib/labs/requests/api-call';
import { createPoll } from '@/lib/queue/poll-running';
import { createFakePorts } from '../../fakes/fake-ports';
import { clip, JOBS, uuid } from '../../samples/jobs';
import { answer, failure, job, pollRunning, state } from './poll-samples';

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

  it('follows the jobs of others while the page of one account does not answer', async () => {
    const { ports, world, log } = createFakePorts([job(1, 'silent'), job(2, 'ben')]);
    world.statuses = [answer(state(2))];
    let give: (() => void) | undefined;
    const silent = new Promise<undefined>((resolve) => {
      give = () => resolve(undefined);
    });
    const credentials = (account: string) =>
      account === 'silent' ? silent : Promise.resolve(world.credentials);
    const polled = pollRunning({ ...ports, session: { ...ports.session, credentials } });
    await new Promise(setImmediate);
    expect(log.filter((line) => line.startsWith('status'))).toEqual(['status op2 with ya29.first']);
    give?.();
    expect(await polled).toBe(5000);
  });

  it('asks for each account on its own', async () => {
    const { ports, world, log } = createFakePorts([job(1), job(2, 'ben')]);
    world.statuses = [answer(state(1)), answer(state(2))];
    await pollRunning(ports);
    expect(log.filter((line) => line.startsWith('status'))).toHaveLength(2);
  });

  it('asks in the form that Flow named a job in', async () => {
    const named = { ...job(2), form: 'media' as const, operation: uuid(70) };
    const { ports, world, stored, extras } = createFakePorts([job(1), named]);
    const asked: unknown[] = [];
    const status = async (operations: readonly OperationRef[]) => {
      asked.push(operations.map(({ form, name, projectId }) => ({ form, name, projectId })));
      const { projectId: _, ...media } = clip(70, { title: '' });
      const done = { progress: 'done', media, mediaId: media.id, form: 'media' } as const;
      return operations[0]?.form === undefined
        ? answer(state(1))
        : answer(state(2, { ...done, name: uuid(70) }));
    };
    await pollRunning({ ...ports, flow: { ...ports.flow, status } });
    const { projectId } = named.request;
    expect(asked).toEqual([
      [{ form: undefined, name: 'op1', projectId }],
      [{ form: 'media', name: uuid(70), projectId }],
    ]);
    expect(stored.get(uuid(1))?.state).toBe('running');
    expect(stored.get(uuid(2))).toMatchObject({
      state: 'done',
      result: { mediaId: clip(70).id, hasFile: false },
    });
    expect(extras.get(uuid(2))?.media).toMatchObject({ projectId, title: 'Witch lands, Orbit up' });
    expect(world.now).toBe(START);
  });

  it('leaves a job to the list where Flow cannot be asked in that form', async () => {
    const named = { ...job(1), form: 'media' as const, operation: clip(70).id };
    const { ports, world, stored } = createFakePorts([named]);
    world.statuses = [failure('invalid', { charged: 'no' })];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'unknown',
      mediaId: clip(70).id,
      failure: { kind: 'unreadable', charged: 'unknown' },
    });
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
    const reason = 'PUBLIC_ERROR_MINOR';
    const error = { code: 3, reason, message: `Blocked: ${reason}.` };
    world.statuses = [
      answer(
        state(1, { progress: 'failed', status: 'FAILED', error }),
        state(2, { progress: 'failed', status: 'REJECTED' }),
      ),
    ];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'failed',
      failure: { kind: 'generation', reason, message: error.message },
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

  it('does not say so of the refund of another job', async () => {
    const gone = { ...JOBS.cancelled, sentAt: 99_000, was: 'running' } as const;
    const other = { ...gone, id: uuid(7), account: 'ada' };
    const { ports, world, stored } = createFakePorts([{ ...job(1), price: 20 }, other]);
    world.balance = 1500;
    const failed = state(1, { progress: 'failed', status: 'FAILED' });
    world.statuses = [{ type: 'answered', operations: [failed], balance: 1520 }];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({ state: 'failed', failure: { charged: 'unknown' } });
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
    world.credentials = undefined;
    expect(await pollRunning(ports)).toBeUndefined();
    expect(stored.get(uuid(1))).toEqual(job(1));
  });

  it('stores what it can of an answer of which one part cannot be stored', async () => {
    const { ports, world, stored } = createFakePorts([job(1), job(2), job(3)]);
    const { update } = ports.jobs;
    ports.jobs.update = (id, ...rest) =>
      id === uuid(1) ? Promise.reject(new Error('full')) : update(id, ...rest);
    world.statuses = [
      answer(...[1, 2, 3].map((n) => state(n, { progress: 'done', mediaId: `m${n}` }))),
    ];
    await expect(pollRunning(ports)).rejects.toThrow('full');
    expect([2, 3].map((n) => stored.get(uuid(n))?.state)).toEqual(['done', 'done']);
  });

  it('asks for the jobs of other accounts also where an answer cannot be stored', async () => {
    const { ports, world, stored } = createFakePorts([job(1), job(2, 'ben')]);
    const { update } = ports.jobs;
    ports.jobs.update = (id, ...rest) =>
      id === uuid(1) ? Promise.reject(new Error('full')) : update(id, ...rest);
    world.statuses = [1, 2].map((n) => answer(state(n, { progress: 'done', mediaId: `m${n}` })));
    await expect(pollRunning(ports)).rejects.toThrow('full');
    expect(stored.get(uuid(2))?.state).toBe('done');
  });

  it('has nothing to do without a running job', async () => {
    const { ports } = createFakePorts([JOBS.waiting, JOBS.done]);
    expect(await pollRunning(ports)).toBeUndefined();
  });
});

describe('a token that rests', () => {
  it('is waited for while jobs run, and by nobody when none does', async () => {
    const { ports, world } = createFakePorts([JOBS.running]);
    Object.assign(world, { credentials: undefined, retryIn: 5000 });
    expect(await createPoll(ports)()).toEqual({ atMost: 5000 });
    const idle = createFakePorts([JOBS.done]);
    Object.assign(idle.world, { credentials: undefined, retryIn: 5000 });
    expect(await createPoll(idle.ports)()).toBeUndefined();
  });
});
