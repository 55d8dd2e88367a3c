import { describe, expect, it } from 'vitest';
import { settleDelay, submitDelay } from '@/lib/queue/schedule';
import { type SubmitMemory, submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts, refused } from '../../fakes/fake-ports';
import { JOBS, OPERATION, uuid, waiting } from '../../samples/jobs';

const HOUR = 3_600_000;

describe('a clock that was put back', () => {
  it('keeps the distance between submits, and every one of them', async () => {
    const ahead = { ...JOBS.failed, id: uuid(9), sentAt: 100_000 + HOUR };
    const { ports, world, log } = createFakePorts([ahead, waiting(1), waiting(2), waiting(3)]);
    world.submits = [1, 2, 3].map((n) => answered(`${OPERATION}${n}`, uuid(n)));
    const memory: SubmitMemory = { answers: new Map() };
    const sentAt: number[] = [];
    for (; world.now < 140_000; world.now += 1000) {
      const before = log.length;
      await submitNext(ports, memory);
      if (log.length > before) sentAt.push(world.now);
    }
    expect(sentAt).toEqual([110_000, 120_000, 130_000]);
  });

  it('twice keeps it as well', async () => {
    const ahead = { ...JOBS.failed, id: uuid(9), sentAt: 100_000 + HOUR };
    const { ports, world, log } = createFakePorts([ahead, waiting(1)]);
    world.submits = [answered(OPERATION, uuid(1))];
    const memory: SubmitMemory = { answers: new Map() };
    expect(await submitNext(ports, memory)).toBe(10_000);
    world.now = 50_000;
    expect(await submitNext(ports, memory)).toBe(10_000);
    world.now = 60_000;
    expect(await submitNext(ports, memory)).toBe(0);
    expect(log).toContain(`submit ${uuid(1)} with ya29.first`);
  });

  it.each(['throttled', 'trouble', 'verification', 'paused'] as const)(
    'does not lengthen a hold for %s by how far it went back',
    async (reason) => {
      const { ports, world } = createFakePorts([waiting()]);
      world.hold = { reason, since: 100_000 + HOUR, until: 100_000 + HOUR + 60_000 };
      await submitNext(ports);
      expect(world.hold).toEqual({ reason, since: 100_000, until: 160_000 });
    },
  );

  it('leaves a balance from before it unsure', async () => {
    const { ports, world, ledger } = createFakePorts([waiting()]);
    world.submits = [answered(OPERATION, uuid(1))];
    ports.session.balance = async () => ({ credits: 1540, askedAt: world.now + HOUR });
    await submitNext(ports);
    expect([...ledger.values()].map(({ balanceBefore }) => balanceBefore)).toEqual([undefined]);
  });

  it('leaves it unsure when it has come that far again', async () => {
    const { ports, world, ledger } = createFakePorts([waiting(1), waiting(2)]);
    let known = { credits: 1540, askedAt: world.now + HOUR };
    ports.session.balance = async () => known;
    ports.session.setBalance = async (_, credits, askedAt) => {
      known = { credits, askedAt };
    };
    world.submits = [refused('network', { charged: 'unknown' }), answered(OPERATION, uuid(2))];
    await submitNext(ports);
    world.now += 2 * HOUR;
    await submitNext(ports);
    const before = [...ledger.values()].map(({ balanceBefore }) => balanceBefore);
    expect(before).toEqual([undefined, undefined]);
  });

  it('is not asked of more than the pace', () => {
    expect(submitDelay([], 900_000, { gapMs: 10_000, atOnce: 1 }, 1000)).toBe(10_000);
  });

  it('lets the list of a project be read rarely', () => {
    expect(settleDelay(100_000 + HOUR, 100_000)).toBe(300_000);
    expect(settleDelay(100_000, 100_000)).toBe(5000);
  });
});
