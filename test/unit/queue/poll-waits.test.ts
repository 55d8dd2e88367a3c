import { expect, it } from 'vitest';
import type { StatusOutcome } from '@/lib/labs/client';
import { createPoll } from '@/lib/queue/poll-running';
import { createFakePorts } from '../../fakes/fake-ports';
import { JOBS, uuid } from '../../samples/jobs';

const job = (n: number, account: string) => ({
  ...JOBS.running,
  deadlineAt: 10_000_000,
  id: uuid(n),
  account,
  operation: `op${n}`,
});
const throttled = (retryAfterMs: number): StatusOutcome => ({
  type: 'failed',
  failure: { kind: 'throttled', charged: 'unknown', retryAfterMs },
});
const notFound: StatusOutcome = {
  type: 'failed',
  failure: { kind: 'not-found', charged: 'unknown' },
};

it('the poll waits as long as the longest that Flow asked of any of its calls, whichever came last', async () => {
  const { ports, world } = createFakePorts([job(1, 'ada'), job(2, 'ben')]);
  world.statuses = [throttled(40_000), throttled(1000)];
  expect(await createPoll(ports)()).toBe(40_000);
});

it('the poll waits as long as Flow asks also where Flow said so of a job that was asked for alone', async () => {
  const { ports, world } = createFakePorts([job(1, 'ada'), job(2, 'ada')]);
  world.statuses = [notFound, throttled(40_000), notFound];
  expect(await createPoll(ports)()).toBe(40_000);
});

it('the poll asks nobody while the browser keeps us from Flow’s sites, and nothing is held against a job', async () => {
  const { ports, world, log, stored } = createFakePorts([job(1, 'ada')]);
  world.hasSites = false;
  expect(await createPoll(ports)()).toBeUndefined();
  expect(log).toEqual([]);
  expect(stored.get(uuid(1))).toEqual(job(1, 'ada'));
});
