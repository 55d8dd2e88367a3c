import { describe, expect, it } from 'vitest';
import { dispatch } from '@/lib/queue/dispatch';
import { submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts } from '../../fakes/fake-ports';
import { OPERATION, uuid, waiting } from '../../samples/jobs';

const SENT_AT_ONCE = { ...waiting(1), createdAt: 95_000, notBefore: 105_000 };

describe('a job that can still be taken back', () => {
  it('does not go out, and is looked at again when its time has come', async () => {
    const { ports, world, log } = createFakePorts([SENT_AT_ONCE]);
    expect(await submitNext(ports)).toBe(5000);
    expect(log).toEqual([]);
    expect(world.hold).toBeUndefined();
    world.now = 105_000;
    world.submits = [answered(OPERATION, uuid(1))];
    await submitNext(ports);
    expect(log).toContain(`submit ${uuid(1)} with ya29.first`);
  });

  it('is cancelled, and nothing was sent', async () => {
    const { ports, world, log, stored } = createFakePorts([SENT_AT_ONCE]);
    await dispatch(ports, uuid(1), { type: 'cancel' });
    world.now = 105_000;
    await submitNext(ports);
    expect(stored.get(uuid(1))).toMatchObject({ state: 'cancelled', was: 'waiting' });
    expect(log).toEqual(['store cancelled']);
  });

  it('lets a younger job pass', async () => {
    const { ports, world, log } = createFakePorts([
      SENT_AT_ONCE,
      { ...waiting(2), createdAt: 96_000 },
    ]);
    world.submits = [answered(OPERATION, uuid(2))];
    await submitNext(ports);
    expect(log).toContain(`submit ${uuid(2)} with ya29.first`);
  });

  it('goes out at once where the clock was put back to before it was made', async () => {
    const { ports, world, log } = createFakePorts([SENT_AT_ONCE]);
    world.now = 90_000;
    world.submits = [answered(OPERATION, uuid(1))];
    await submitNext(ports);
    expect(log).toContain(`submit ${uuid(1)} with ya29.first`);
  });

  it('is looked at in its own time also while another one is blocked until midnight', async () => {
    const { ports, world } = createFakePorts([SENT_AT_ONCE, waiting(2)]);
    world.pace = { gapMs: 10_000, atOnce: 4, dayLimit: 1 };
    expect(await submitNext(ports)).toBe(5000);
    expect(world.hold?.reason).toBe('limit');
  });

  it('waits no second time once Flow has put it back', async () => {
    const { ports, stored } = createFakePorts([SENT_AT_ONCE]);
    await dispatch(ports, uuid(1), { type: 'submit' });
    await dispatch(ports, uuid(1), { type: 'postponed' });
    expect(stored.get(uuid(1))?.state).toBe('waiting');
    expect(stored.get(uuid(1))).not.toHaveProperty('notBefore');
  });
});
