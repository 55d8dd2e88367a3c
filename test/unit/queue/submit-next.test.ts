import { describe, expect, it } from 'vitest';
import { submitNext } from '@/lib/queue/submit-next';
import { answered, createFakePorts, PASS, refused } from '../../fakes/fake-ports';
import { JOBS, OPERATION, uuid, waiting } from '../../samples/jobs';

const FIRST = uuid(1);
const accepted = answered(OPERATION, FIRST);

/** What is left (ms) of the user's own day. */
const untilMidnight = (now: number): number => new Date(now).setHours(24, 0, 0, 0) - now;

describe('the next submit', () => {
  it('stores that it is submitting before it sends, and what came of it after', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    world.submits = [accepted];
    expect(await submitNext(ports)).toBe(0);
    expect(log).toEqual(['store submitting', `submit ${FIRST} with ya29.first`, 'store running']);
    expect(stored.get(FIRST)).toMatchObject({ state: 'running', operation: OPERATION });
    expect(world.balance).toBe(1520);
  });

  it('is the oldest waiting job', async () => {
    const { ports, world, log } = createFakePorts([waiting(3), waiting(1), waiting(2)]);
    world.submits = [accepted];
    await submitNext(ports);
    expect(log).toContain(`submit ${FIRST} with ya29.first`);
  });

  it('keeps its distance from the last one, whatever came of that', async () => {
    const sentAt = 94_000;
    const { ports, world, log } = createFakePorts([{ ...JOBS.failed, sentAt }, waiting(2)]);
    expect(await submitNext(ports)).toBe(4000);
    expect(log).toEqual([]);
    world.now = 104_000;
    world.submits = [answered(OPERATION, uuid(2))];
    expect(await submitNext(ports)).toBe(0);
  });

  it('waits for an end while as many run as may', async () => {
    const running = [1, 2, 3, 4].map((n) => ({ ...JOBS.running, id: uuid(n) }));
    const { ports, world, log } = createFakePorts([...running, waiting(5)]);
    world.now = 9_999_999;
    expect(await submitNext(ports)).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('waits for the user who has paused, and goes on when they resume', async () => {
    const { ports, world, log } = createFakePorts([waiting()]);
    world.hold = { reason: 'paused', since: 1000, until: 1000 };
    world.submits = [accepted];
    expect(await submitNext(ports)).toBeUndefined();
    expect(log).toEqual([]);
    expect(world.hold?.reason).toBe('paused');
    world.hold = undefined;
    expect(await submitNext(ports)).toBe(0);
    expect(log).toContain(`submit ${FIRST} with ya29.first`);
  });

  const PAUSED = { reason: 'paused', since: 100_000, until: 100_000 } as const;

  it.each([
    ['a token is asked for', 'credentials'],
    ['the last submit is looked up', 'lastSubmit'],
    ['the balance is looked up', 'balance'],
  ] as const)(
    'does not go out, and Pause stays, when it is pressed while %s',
    async (_, moment) => {
      const { ports, world, log, stored } = createFakePorts([waiting()]);
      world.submits = [accepted];
      const pressed = <Call extends (...given: never[]) => unknown>(call: Call): Call =>
        ((...given) => {
          world.hold = PAUSED;
          return call(...given);
        }) as Call;
      const { session, jobs } = ports;
      const pausing = {
        ...ports,
        session: {
          ...session,
          ...(moment === 'credentials' && { credentials: pressed(session.credentials) }),
          ...(moment === 'balance' && { balance: pressed(session.balance) }),
        },
        jobs: { ...jobs, ...(moment === 'lastSubmit' && { lastSubmit: pressed(jobs.lastSubmit) }) },
      };
      await submitNext(pausing);
      expect(log).toEqual([]);
      expect(world.hold).toEqual(PAUSED);
      expect(stored.get(FIRST)?.state).toBe('waiting');
    },
  );

  it('goes back in line when Pause is pressed while it is being stored', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting()]);
    const { update } = ports.jobs;
    const pausing = {
      ...ports,
      jobs: {
        ...ports.jobs,
        update: async (...change: Parameters<typeof update>) => {
          const changed = await update(...change);
          world.hold = PAUSED;
          return changed;
        },
      },
    };
    await submitNext(pausing);
    expect(log).toEqual(['store submitting', 'store waiting']);
    expect(world.hold).toEqual(PAUSED);
    expect(stored.get(FIRST)?.state).toBe('waiting');
  });

  it('is not sent where the page was seen to verify its own since it was chosen', async () => {
    const { ports, log, stored } = createFakePorts([waiting()]);
    let asked = 0;
    const isFlowOnly = async () => {
      asked += 1;
      return asked > 1;
    };
    await submitNext({ ...ports, session: { ...ports.session, isFlowOnly } });
    expect(log).toEqual(['store submitting', 'store waiting']);
    expect(stored.get(FIRST)?.state).toBe('waiting');
  });

  it('that nothing can go out for leaves a pause that was pressed meanwhile', async () => {
    const { ports, world } = createFakePorts([waiting()]);
    world.credentials = undefined;
    const { isMoved } = ports.session;
    const pausing = {
      ...ports,
      session: {
        ...ports.session,
        isMoved: async (account: string) => {
          world.hold = PAUSED;
          return isMoved(account);
        },
      },
    };
    await submitNext(pausing);
    expect(world.hold).toEqual(PAUSED);
  });

  it('stays paused when Flow asks to wait for a job that was on its way', async () => {
    const { ports, world, stored } = createFakePorts([waiting()]);
    world.submits = [refused('throttled')];
    const submit = ports.flow.submit;
    ports.flow.submit = async (...call) => {
      world.hold = { reason: 'paused', since: world.now, until: world.now };
      return submit(...call);
    };
    await submitNext(ports);
    expect(world.hold).toEqual({ reason: 'paused', since: 100_000, until: 160_000 });
    expect(stored.get(FIRST)?.state).toBe('waiting');
  });

  it.each([
    ['nobody is signed in', 'signed-out', { credentials: undefined }],
    ['the account was moved', 'moved', { credentials: undefined, moved: true }],
    ['only Flow’s own page can start it', 'flow-only', { flowOnly: true }],
    ['the network is gone', 'offline', { online: false }, 120_000],
    ['the browser keeps us from Flow’s sites', 'site-access', { hasSites: false }],
    [
      'it keeps us from them and there is no network',
      'site-access',
      { hasSites: false, online: false },
    ],
    ['the balance does not pay for it', 'no-credits', { balance: 19 }],
  ] as const)('says that it is held while %s', async (_, reason, blocked, dueMs?: number) => {
    const { ports, world, log } = createFakePorts([waiting()]);
    Object.assign(world, blocked);
    expect(await submitNext(ports)).toBe(dueMs);
    expect(world.hold?.reason).toBe(reason);
    expect(log).toEqual([]);
    Object.assign(world, {
      credentials: PASS,
      flowOnly: false,
      moved: false,
      online: true,
      hasSites: true,
      balance: 20,
    });
    world.submits = [accepted];
    expect(await submitNext(ports)).toBe(0);
    expect(world.hold).toBeUndefined();
  });

  it('may be a free one that passes those which cannot be paid', async () => {
    const { ports, world, log } = createFakePorts([waiting(1), { ...waiting(2), price: 0 }]);
    world.balance = 5;
    world.submits = [answered(OPERATION, uuid(2))];
    await submitNext(ports);
    expect(log).toContain(`submit ${uuid(2)} with ya29.first`);
  });

  it.each([
    ['no more than Flow said', 19, 'no-credits'],
    ['nothing, which its scripts can make up', 0, 'no-credits'],
    ['more than Flow said before', 20, undefined],
  ])('is stopped by the balance that Flow told, while a page shows %s', async (_, shown, hold) => {
    const { ports, world } = createFakePorts([waiting()]);
    ports.session.balance = async () => ({ credits: 19, askedAt: 99_000, shown });
    world.submits = [accepted];
    await submitNext(ports);
    expect(world.hold?.reason).toBe(hold);
    ports.session.balance = async () => ({ credits: 20, askedAt: 99_000, shown: 0 });
    expect(await submitNext(ports)).not.toBe('no-credits');
    expect(world.hold).toBeUndefined();
  });

  it('asks under a limit of the day where a price is not known', async () => {
    const { price: _, ...unpriced } = waiting(1);
    const { ports, world, log, stored } = createFakePorts([unpriced]);
    world.pace = { gapMs: 0, atOnce: 4, dayLimit: 1000 };
    world.submits = [accepted];
    expect(await submitNext(ports)).toBe(untilMidnight(world.now));
    expect([world.hold?.reason, log]).toEqual(['limit', []]);
    stored.set(FIRST, { ...unpriced, allowed: true });
    await submitNext(ports);
    expect(stored.get(FIRST)?.state).toBe('running');
  });

  it('asks under a limit of the day where nobody knows what was spent of it', async () => {
    const { price: _, ...unpriced } = waiting(1);
    const { ports, world, stored } = createFakePorts([{ ...unpriced, allowed: true }, waiting(2)]);
    world.pace = { gapMs: 0, atOnce: 4, dayLimit: 1000 };
    world.submits = [refused('network', { charged: 'unknown' })];
    await submitNext(ports);
    expect(stored.get(FIRST)?.state).toBe('unknown');
    expect(await submitNext(ports)).toBe(untilMidnight(world.now));
    expect(world.hold?.reason).toBe('limit');
    expect(stored.get(uuid(2))?.state).toBe('waiting');
  });

  it('stops at the limit of the day until the user allows it', async () => {
    const { ports, world, log, stored } = createFakePorts([waiting(1), waiting(2)]);
    world.pace = { gapMs: 0, atOnce: 4, dayLimit: 30 };
    world.submits = [accepted];
    await submitNext(ports);
    expect(await submitNext(ports)).toBe(untilMidnight(world.now));
    expect(world.hold?.reason).toBe('limit');
    expect(log.filter((line) => line.startsWith('submit'))).toHaveLength(1);
    stored.set(uuid(2), { ...waiting(2), allowed: true });
    world.hold = undefined;
    world.submits = [answered(OPERATION, uuid(2))];
    await submitNext(ports);
    expect(stored.get(uuid(2))?.state).toBe('running');
  });

  it('goes on by itself on the next day', async () => {
    const { ports, world, stored } = createFakePorts([waiting(1), waiting(2)]);
    world.pace = { gapMs: 0, atOnce: 4, dayLimit: 30 };
    world.submits = [accepted, answered('second', uuid(2))];
    await submitNext(ports);
    world.now += (await submitNext(ports)) ?? 0;
    expect(await submitNext(ports)).toBe(0);
    expect(stored.get(uuid(2))?.state).toBe('running');
  });

  it.each([
    [
      'Flow wants its verification',
      { hold: { reason: 'verification', since: 0, until: 1 } as const },
      undefined,
    ],
    [
      'Flow asked to wait',
      { hold: { reason: 'throttled', since: 0, until: 107_000 } as const },
      7000,
    ],
  ])('does not go out while %s', async (_, world, dueMs) => {
    const fake = createFakePorts([waiting()]);
    Object.assign(fake.world, world);
    expect(await submitNext(fake.ports)).toBe(dueMs);
    expect(fake.log).toEqual([]);
    expect(fake.stored.get(FIRST)?.state).toBe('waiting');
  });

  it('goes out when the wait that Flow asked for is over', async () => {
    const { ports, world } = createFakePorts([waiting()]);
    world.hold = { reason: 'throttled', since: 0, until: 100_000 };
    world.submits = [accepted];
    expect(await submitNext(ports)).toBe(0);
    expect(world.hold).toBeUndefined();
  });

  it('has nothing to do without a waiting job', async () => {
    const { ports } = createFakePorts([JOBS.running, JOBS.done, JOBS.unknown]);
    expect(await submitNext(ports)).toBeUndefined();
  });
});
