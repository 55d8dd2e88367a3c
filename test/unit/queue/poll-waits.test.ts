import { expect, it } from 'vitest';
import { createPoll } from '@/lib/queue/poll-running';
import type { StatusOutcome } from '@/lib/queue/ports';
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

it('waits as long as the call that was told the longest wants, whichever came last', async () => {
  const { ports, world } = createFakePorts([job(1, 'ada'), job(2, 'ben')]);
  world.statuses = [throttled(40_000), throttled(1000)];
  expect(await createPoll(ports)()).toBe(40_000);
});

it('waits as long as Flow wants also where it said so of a job that was asked for alone', async () => {
  const { ports, world } = createFakePorts([job(1, 'ada'), job(2, 'ada')]);
  world.statuses = [notFound, throttled(40_000), notFound];
  expect(await createPoll(ports)()).toBe(40_000);
});
