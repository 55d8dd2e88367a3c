import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueueRunner } from '@/lib/background/queue-runner';
import { recover } from '@/lib/queue/recover';
import { Database } from '@/lib/storage/database';
import { storeRefusedAt } from '@/lib/storage/items';
import { createJobStore } from '@/lib/storage/job-store';
import { WithheldError } from '@/lib/storage/withheld';
import { answered, createFakePorts } from '../../fakes/fake-ports';
import { eventually } from '../../house/eventually';
import { JOBS, OPERATION, uuid, waiting } from '../../samples/jobs';

vi.mock('@/lib/browser/awake', () => ({
  createStayAwake: () => async () => undefined,
}));
vi.mock('@/lib/browser/badge', () => ({ showBadge: async () => undefined }));

// A loop that waits when a test ends waits for ever.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A runner over a real store of its own; Flow and the session are fakes. */
function createScene(name: string) {
  const store = createJobStore(new Database(`queue-runner-${name}`));
  const fake = createFakePorts([]);
  fake.world.now = Date.now();
  const { jobs: _jobs, ...outer } = fake.ports;
  const { setBalance } = outer.session;
  outer.session.setBalance = async (...seen) => {
    await settled();
    return setBalance(...seen);
  };
  const runner = createQueueRunner(outer, store, () => undefined);
  return {
    ...fake,
    store,
    runner,
    sent: () => fake.log.filter((line) => line.startsWith('submit')),
  };
}

/** Everything that can happen without a timer has happened. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((go) => setImmediate(go));
}

it('the queue sends nothing, whoever wakes it, before what the last worker left is sorted out', async () => {
  const { runner, store, world, sent } = createScene('begin');
  world.submits = [answered(OPERATION, uuid(2))];
  world.statuses = [{ type: 'answered', operations: [] }];
  await store.add([{ ...JOBS.submitting, id: uuid(1) }, waiting(2)]);
  runner.wake();
  await settled();
  expect(sent()).toEqual([]);
  expect((await store.get(uuid(1)))?.state).toBe('submitting');
  await recover(runner.ports);
  expect(sent()).toEqual([]);
  runner.begin();
  await eventually(() => expect(sent()).toHaveLength(1));
  expect((await store.get(uuid(1)))?.state).toBe('unknown');
});

it('the queue goes on once an answer brings back the credits that a waiting job needs', async () => {
  const { runner, store, world, sent } = createScene('refund');
  const deadlineAt = world.now + 60_000;
  await store.add([{ ...JOBS.running, id: uuid(1), deadlineAt }, waiting(2)]);
  Object.assign(world, { balance: 10, pace: { gapMs: 0, atOnce: 4 } });
  world.submits = [answered('second', uuid(2))];
  const now = { name: OPERATION, status: 'ACTIVE', progress: 'running' } as const;
  const failed = { ...now, status: 'FAILED', progress: 'failed' } as const;
  world.statuses = [
    { type: 'answered', operations: [now], balance: 10 },
    { type: 'answered', operations: [failed], balance: 30 },
  ];
  runner.begin();
  await eventually(() => expect(world.hold?.reason).toBe('no-credits'));
  await eventually(() => expect(world.statuses).toHaveLength(1));
  await settled();
  expect(sent()).toEqual([]);
  await eventually(async () => {
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent()).toHaveLength(1);
  });
});

it.each([
  ['the disk is full', new DOMException('full', 'QuotaExceededError'), true],
  ['another version has the database', new WithheldError('newer'), false],
])('a step that fails because %s says of the device what is true', async (name, error, isSaid) => {
  await storeRefusedAt.set(undefined);
  const refuses = vi.spyOn(Database.prototype, 'read').mockRejectedValue(error);
  const { runner } = createScene(name);
  runner.begin();
  await eventually(() => expect(refuses).toHaveBeenCalled());
  await settled();
  expect((await storeRefusedAt.get()) !== undefined).toBe(isSaid);
});
