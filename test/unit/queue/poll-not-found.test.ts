import { describe, expect, it } from 'vitest';
import { createPoll } from '@/lib/queue/poll-running';
import { createFakePorts } from '../../fakes/fake-ports';
import { uuid } from '../../samples/jobs';
import { answer, failure, job, pollRunning, state } from './poll-samples';

describe('a poll of operations that Flow says it does not know', () => {
  const asked = (log: readonly string[]) =>
    log.filter((line) => line.startsWith('status')).map((line) => line.split(' with')[0]);

  it('finds out which one it is, and follows that one and the others', async () => {
    const { ports, world, log, stored } = createFakePorts([job(1), job(2), job(3)]);
    world.statuses = [
      failure('not-found'),
      failure('not-found'),
      answer(state(2)),
      answer(state(3)),
    ];
    await pollRunning(ports);
    expect(asked(log)).toEqual(['status op1 op2 op3', 'status op1', 'status op2', 'status op3']);
    expect(stored.get(uuid(1))).toEqual(job(1));
    expect(stored.get(uuid(2))).toMatchObject({ state: 'running', status: 'ACTIVE' });
  });

  it('asks for it apart from the others from then on, less often each time', async () => {
    const { ports, world, log } = createFakePorts([job(1), job(2)]);
    const poll = createPoll(ports);
    world.statuses = [failure('not-found'), failure('not-found'), answer(state(2))];
    await poll();
    ports.flow.status = async (operations) => {
      log.push(`status ${operations.map(({ name }) => name).join(' ')} with`);
      const isKnown = operations.every(({ name }) => name === 'op2');
      return isKnown ? answer(state(2)) : failure('not-found');
    };
    const apart: number[] = [];
    for (let tick = 1; tick <= 40; tick++) {
      world.now += 5000;
      log.length = 0;
      await poll();
      expect(asked(log)).not.toContain('status op1 op2');
      expect(asked(log)).toContain('status op2');
      if (asked(log).includes('status op1')) apart.push(tick * 5);
    }
    expect(apart).toEqual([10, 30, 70, 130, 190]);
  });

  it('takes it back among the others once Flow knows it again', async () => {
    const { ports, world, log, stored } = createFakePorts([job(1), job(2)]);
    const poll = createPoll(ports);
    world.statuses = [failure('not-found'), failure('not-found'), answer(state(2))];
    await poll();
    world.now += 10_000;
    world.statuses = [answer(state(2)), answer(state(1))];
    await poll();
    expect(stored.get(uuid(1))).toMatchObject({ state: 'running', status: 'ACTIVE' });
    log.length = 0;
    world.statuses = [answer(state(1), state(2))];
    await poll();
    expect(asked(log)).toEqual(['status op1 op2']);
  });

  it('ends no job when the whole address is gone for a moment', async () => {
    const jobs = [1, 2, 3, 4].map((n) => job(n));
    const { ports, world, stored } = createFakePorts(jobs);
    const poll = createPoll(ports);
    world.statuses = [failure('not-found')];
    for (let tick = 0; tick < 20; tick++) {
      await poll();
      world.now += 5000;
    }
    expect([...stored.values()]).toEqual(jobs);
    world.now += 60_000;
    ports.flow.status = async (operations) =>
      answer(...operations.map(({ name }) => ({ ...state(0), name, progress: 'done' as const })));
    await poll();
    expect([...stored.values()].map((each) => each.state)).toEqual(Array(4).fill('done'));
  });

  it('calls it late past its deadline, to be looked up again', async () => {
    const { ports, world, stored } = createFakePorts([{ ...job(1), deadlineAt: 1 }]);
    world.statuses = [failure('not-found')];
    await pollRunning(ports);
    expect(stored.get(uuid(1))).toMatchObject({
      state: 'failed',
      failure: { kind: 'late', charged: 'unknown' },
      operation: 'op1',
    });
  });
});
