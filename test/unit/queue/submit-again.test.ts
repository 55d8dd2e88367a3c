import { expect, it } from 'vitest';
import { submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts } from '../../fakes/fake-ports';
import { clip, JOBS, OPERATION, uuid, waiting } from '../../samples/jobs';

const ORIGINAL = uuid(1);
const again = { ...waiting(2), againOf: ORIGINAL };

/** A job that waits to be sent again after its original. */
function createScene(original: (typeof JOBS)[keyof typeof JOBS]) {
  const fake = createFakePorts([{ ...original, id: ORIGINAL }, again]);
  fake.world.submits = [answered(OPERATION, again.id)];
  return {
    ...fake,
    sent: () => fake.log.filter((line) => line.startsWith('submit')).length,
    state: () => fake.stored.get(again.id)?.state,
  };
}

it('a job that sends another again does not go out when that one has come out after all', async () => {
  const { ports, sent, stored, ledger, world } = createScene(JOBS.done);
  expect(await submitNext(ports)).toBe(0);
  expect(await submitNext(ports)).toBeUndefined();
  expect(sent()).toBe(0);
  expect(stored.get(again.id)).toMatchObject({ state: 'cancelled', because: 'original-done' });
  expect([...ledger.values()]).toEqual([]);
  expect(world.hold).toBeUndefined();
});

it('a job that sends another again waits while that one is made after all, and lets others pass', async () => {
  const { ports, sent, state, stored, world, log } = createScene(JOBS.running);
  world.pace = { gapMs: 0, atOnce: 4 };
  expect(await submitNext(ports)).toBeUndefined();
  expect([sent(), state(), world.hold]).toEqual([0, 'waiting', undefined]);
  stored.set(uuid(3), waiting(3));
  await submitNext(ports);
  expect(log).toContain(`submit ${uuid(3)} with ya29.first`);
  stored.set(ORIGINAL, { ...JOBS.failed, id: ORIGINAL });
  await submitNext(ports);
  expect([sent(), state()]).toEqual([2, 'running']);
});

it('a job that sends another again does not go out when that one comes out in the very moment before', async () => {
  const { ports, sent, state, stored } = createScene(JOBS.unknown);
  const lastSubmit = async () => {
    const result = { mediaId: clip(9).id, hasFile: false };
    stored.set(ORIGINAL, { ...JOBS.done, id: ORIGINAL, result });
    return undefined;
  };
  await submitNext({ ...ports, jobs: { ...ports.jobs, lastSubmit } });
  expect([sent(), state()]).toEqual([0, 'cancelled']);
});
