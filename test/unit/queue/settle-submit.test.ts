import { describe, expect, it } from 'vitest';
import type { SubmitOutcome } from '@/lib/labs/client';
import { dispatch } from '@/lib/queue/dispatch';
import { submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts, refused } from '../../fakes/fake-ports';
import { JOBS, OPERATION, uuid, waiting } from '../../samples/jobs';

const FIRST = uuid(1);
const accepted = answered(OPERATION, FIRST);

describe('a refusal', () => {
  it.each(['invalid', 'not-found', 'access', 'refused'] as const)(
    'that stays (%s) ends the job, not charged',
    async (kind) => {
      const { ports, world, stored } = createFakePorts([waiting()]);
      world.submits = [refused(kind)];
      await submitNext(ports);
      expect(stored.get(FIRST)).toMatchObject({
        state: 'failed',
        failure: { kind, charged: 'no' },
      });
      expect(world.hold).toBeUndefined();
    },
  );

  it.each(['verification', 'throttled', 'quota'] as const)(
    'that may pass (%s) puts the job back and stops the whole queue',
    async (reason) => {
      const { ports, world, log, stored } = createFakePorts([waiting(1), waiting(2)]);
      world.submits = [refused(reason)];
      await submitNext(ports);
      world.now += 20_000;
      await submitNext(ports);
      expect(stored.get(FIRST)?.state).toBe('waiting');
      expect(world.hold?.reason).toBe(reason);
      expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
    },
  );
});

describe('an unknown outcome', () => {
  it.each(['network', 'server', 'unreadable'] as const)(
    'after %s is kept as unknown and never sent again',
    async (kind) => {
      const { ports, world, log, stored } = createFakePorts([waiting()]);
      world.submits = [{ type: 'failed', failure: { kind, charged: 'unknown' } }];
      await submitNext(ports);
      world.now += 99_999;
      await submitNext(ports);
      expect(stored.get(FIRST)).toMatchObject({ state: 'unknown', failure: { kind } });
      expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
    },
  );

  it('is also an answer that names no operation', async () => {
    const { ports, world, stored } = createFakePorts([waiting()]);
    world.submits = [{ type: 'answered', operation: { status: 'PENDING', progress: 'running' } }];
    await submitNext(ports);
    expect(stored.get(FIRST)).toMatchObject({ state: 'unknown', failure: { kind: 'unreadable' } });
  });
});

describe('the ledger', () => {
  const sent = async (...submits: SubmitOutcome[]) => {
    const { ports, world, ledger } = createFakePorts([waiting()]);
    world.balance = 1540;
    world.submits = submits;
    await submitNext(ports);
    return [...ledger.values()];
  };

  it('has what an accepted job took from the balance', async () => {
    expect(await sent(accepted)).toEqual([
      expect.objectContaining({
        jobId: FIRST,
        price: 20,
        balanceBefore: 1540,
        balanceAfter: 1520,
        charged: 'yes',
        credits: 20,
      }),
    ]);
  });

  it('does not take a charge for none that another job’s refund hides', async () => {
    const other = { ...JOBS.cancelled, id: uuid(7), sentAt: 1000, was: 'running' } as const;
    const { ports, world, ledger, stored } = createFakePorts([other, waiting()]);
    world.balance = 1540;
    world.submits = [{ ...answered(OPERATION, FIRST), balance: 1540 } as SubmitOutcome];
    await submitNext(ports);
    const failure = { kind: 'generation', charged: 'unknown' } as const;
    await dispatch(ports, FIRST, { type: 'broke', failure });
    expect(stored.get(FIRST)).toMatchObject({ failure: { charged: 'unknown' } });
    expect([...ledger.values()].map(({ charged }) => charged)).toEqual(['unknown']);
  });

  it('does not take an answer without an operation for free beside another’s refund', async () => {
    const other = { ...JOBS.cancelled, id: uuid(7), sentAt: 1000, was: 'running' } as const;
    const { ports, world, stored } = createFakePorts([other, waiting()]);
    world.balance = 1540;
    world.submits = [{ type: 'nothing', balance: 1540 }];
    await submitNext(ports);
    expect(stored.get(FIRST)).toMatchObject({ state: 'unknown' });
  });

  it.each([
    ['while the last submit was on its way', 150, undefined],
    ['before the last submit went out', 90, undefined],
    ['once its outcome was stored', 200, 1540],
  ])('takes a balance asked for %s as the one before the next: %s', async (_, askedAt, before) => {
    const last = { ...JOBS.unknown, id: uuid(7), sentAt: 100, outcomeAt: 200 };
    const { ports, world, ledger } = createFakePorts([last, waiting()]);
    ports.session.balance = async () => ({ credits: 1540, askedAt });
    world.now = 100_000;
    world.submits = [accepted];
    await submitNext(ports);
    expect([...ledger.values()].map(({ balanceBefore }) => balanceBefore)).toEqual([before]);
  });

  it.each(['invalid', 'quota'] as const)('has a refusal (%s) as not charged', async (kind) => {
    expect(await sent(refused(kind))).toEqual([
      expect.objectContaining({ charged: 'no', credits: 0 }),
    ]);
  });

  it('has a lost submit as unknown', async () => {
    const lost = { type: 'failed', failure: { kind: 'network', charged: 'unknown' } } as const;
    const [entry] = await sent(lost);
    expect(entry).toMatchObject({ charged: 'unknown', price: 20 });
    expect(entry).not.toHaveProperty('credits');
  });
});

describe('an answer with the file itself', () => {
  it('ends the job at once and stores the file with it', async () => {
    const { ports, world, log, stored, extras } = createFakePorts([waiting()]);
    const operation = {
      status: 'SUCCESSFUL',
      progress: 'done',
      mediaId: 'm',
      rawBytes: 'AAAA',
    } as const;
    world.submits = [{ type: 'answered', operation }];
    await submitNext(ports);
    expect(stored.get(FIRST)).toMatchObject({
      state: 'done',
      result: { mediaId: 'm', hasFile: true },
    });
    expect(extras.get(FIRST)).toEqual({ rawBytes: 'AAAA' });
    expect(log).not.toContain('store running');
  });
});
