import { describe, expect, it } from 'vitest';
import { submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts, PASS, refused } from '../../fakes/fake-ports';
import { OPERATION, uuid, waiting } from '../../samples/jobs';

const FIRST = uuid(1);
const accepted = answered(OPERATION, FIRST);

describe('after a 401', () => {
  it('the same request goes out once more with a new token', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [refused('signed-out'), accepted];
    await submitNext(ports);
    expect(log).toEqual([
      'store submitting',
      `submit ${FIRST} with ya29.first`,
      'renew',
      `submit ${FIRST} with ya29.second`,
      'store running',
    ]);
    expect(stored.get(FIRST)?.state).toBe('running');
  });

  it('that rests is waited for, and the job goes out once it may be tried again', async () => {
    const { ports, world, log } = createFakePorts([waiting()]);
    Object.assign(world, { credentials: undefined, retryIn: 5000 });
    expect(await submitNext(ports)).toBe(5000);
    expect(world.hold?.reason).toBe('signed-out');
    Object.assign(world, { credentials: PASS, retryIn: undefined });
    world.submits = [accepted];
    expect(await submitNext(ports)).toBe(0);
    expect(log).toContain(`submit ${FIRST} with ya29.first`);
    expect(world.hold).toBeUndefined();
  });

  it('and another one, the job waits and the account is signed out', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [refused('signed-out')];
    await submitNext(ports);
    expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(2);
    expect(log).toContain('signed out');
    expect(stored.get(FIRST)?.state).toBe('waiting');
    expect(await submitNext(ports)).toBeUndefined();
    expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(2);
  });

  it('without a new token, the job waits', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [refused('signed-out')];
    world.renewed = undefined;
    await submitNext(ports);
    expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
    expect(stored.get(FIRST)?.state).toBe('waiting');
  });
});
