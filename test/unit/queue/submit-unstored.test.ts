import { describe, expect, it } from 'vitest';
import type { SubmitOutcome } from '@/lib/labs/client';
import { type SubmitMemory, submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts, refused } from '../../fakes/fake-ports';
import { OPERATION, uuid, waiting } from '../../samples/jobs';

const FIRST = uuid(1);
const taken = answered(OPERATION, FIRST);

/** A queue whose disk refuses a number of writes, once the first job has gone out. */
function createScene(outcome: SubmitOutcome, failing: number) {
  const fake = createFakePorts([waiting(1), waiting(2)]);
  const { ports, world, log } = fake;
  world.pace = { gapMs: 0, atOnce: 1 };
  world.submits = [outcome, answered('second', uuid(2))];
  let left = failing;
  const memory: SubmitMemory = { answers: new Map() };
  const update: typeof ports.jobs.update = (...change) => {
    const isAfter = log.some((line) => line.startsWith('submit'));
    if (isAfter && left-- > 0) return Promise.reject(new Error('QuotaExceededError'));
    return ports.jobs.update(...change);
  };
  const broken = { ...ports, jobs: { ...ports.jobs, update } };
  return {
    ...fake,
    step: () => submitNext(broken, memory),
    /** The worker ends: what is only in memory is lost. */
    forget: () => memory.answers.clear(),
    sent: () => log.filter((line) => line.startsWith('submit')).length,
  };
}

describe('an answer that could not be stored', () => {
  it.each([
    ['taken', taken, { state: 'running', operation: OPERATION }],
    ['refused', refused('content'), { state: 'failed', failure: { charged: 'no' } }],
    ['held', refused('quota'), { state: 'waiting' }],
  ] as const)('is stored as soon as the disk takes it: %s', async (_, outcome, after) => {
    const { step, stored, sent } = createScene(outcome, 2);
    await expect(step()).rejects.toThrow('Quota');
    expect(stored.get(FIRST)?.state).toBe('submitting');
    await expect(step()).rejects.toThrow('Quota');
    expect(sent()).toBe(1);
    await step();
    expect(stored.get(FIRST)).toMatchObject(after);
  });

  it('counts once as a trouble, and moves no hold', async () => {
    const lost = { type: 'failed', failure: { kind: 'server', charged: 'unknown' } } as const;
    const { step, world } = createScene(lost, 1);
    world.streak = { ...world.streak, trouble: 1 };
    await expect(step()).rejects.toThrow();
    const { hold } = world;
    expect(hold?.reason).toBe('trouble');
    world.now += 5000;
    await step();
    expect([world.streak.trouble, world.hold]).toEqual([2, hold]);
  });

  it('and that nobody knows any more leaves the job unknown, and is looked for', async () => {
    const { step, forget, stored, sent } = createScene(taken, 1);
    await expect(step()).rejects.toThrow('Quota');
    forget();
    await step();
    expect(stored.get(FIRST)).toMatchObject({
      state: 'unknown',
      failure: { kind: 'interrupted', charged: 'unknown' },
    });
    expect(sent()).toBe(2);
  });
});

it('an answer whose file cannot be read counts as one without a file', async () => {
  const { ports, world, stored, extras } = createFakePorts([waiting()]);
  const operation = {
    status: 'SUCCESSFUL',
    progress: 'done',
    mediaId: 'm',
    rawBytes: 'not%base64',
  } as const;
  world.submits = [{ type: 'answered', operation }];
  await submitNext(ports);
  expect(stored.get(FIRST)).toMatchObject({ state: 'done', result: { hasFile: false } });
  expect(extras.get(FIRST)?.rawBytes).toBeUndefined();
});
