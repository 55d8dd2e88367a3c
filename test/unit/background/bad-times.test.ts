import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recover } from '@/lib/queue/recover';
import {
  BARE,
  createScene,
  error,
  fetching,
  GAP_MS,
  type Given,
  INTERNAL,
  MINUTE,
} from '../../fakes/flow-scene';
import { uuid, waiting } from '../../samples/jobs';

beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

const TROUBLES: readonly (readonly [string, readonly Given[]])[] = [
  ['500', Array(9).fill(INTERNAL)],
  ['503', Array(9).fill([503, ''])],
  ['broken connections', Array(9).fill('broken')],
  ['answers that cannot be read', Array(9).fill([200, '<html>'])],
  ['all kinds in turn', [INTERNAL, 'broken', [200, ''], [502, '<html>'], [200, { error: {} }]]],
];

describe('a bad time at Flow', () => {
  it.each(TROUBLES)('with %s leaves two jobs unknown, then one a trial', async (_, answers) => {
    const { credentials, sent, lift, world, unknown } = createScene(answers, 14);
    await credentials(MINUTE);
    expect([sent(), unknown(), world.hold?.reason]).toEqual([2, 2, 'trouble']);
    expect(lift()).toBe(false);
    await credentials(2 * MINUTE);
    expect([sent(), unknown(), world.hold?.reason]).toEqual([3, 3, 'outage']);
    expect(lift()).toBe(false);
    await credentials(24 * 60 * MINUTE);
    expect([sent(), unknown()]).toEqual([3, 3]);
    expect(lift()).toBe(true);
    await credentials(MINUTE);
    expect([sent(), unknown(), world.hold?.reason]).toEqual([4, 4, 'outage']);
    await credentials(8 * MINUTE);
    expect(lift()).toBe(false);
    await credentials(2 * MINUTE);
    expect(lift()).toBe(true);
  });

  it('that is over with the trial lets all others go', async () => {
    const { credentials, sent, unknown, world } = createScene([INTERNAL, INTERNAL]);
    await credentials(5 * MINUTE);
    expect([sent(), unknown(), world.hold, world.streak.trouble]).toEqual([4, 2, undefined, 0]);
  });

  it('lasts as long as Flow asks', async () => {
    const asked: Given = [503, { error: { details: [{ retryDelay: '600s' }] } }];
    const { credentials, sent, world } = createScene([INTERNAL, asked]);
    await credentials(9 * MINUTE);
    expect([sent(), world.hold?.reason]).toEqual([2, 'trouble']);
    await credentials(2 * MINUTE);
    expect(sent()).toBeGreaterThan(2);
  });

  it('is not what a missing network makes', async () => {
    const scene = createScene(['broken', 'broken', 'broken']);
    await scene.credentials(0);
    scene.ports.isOnline = () => scene.sent() !== 2;
    await scene.credentials(GAP_MS);
    expect(scene.world.streak.trouble).toBe(1);
  });

  it.each([
    ['a job that Flow takes', [], 0],
    ['a refusal of the content', [[400, error(400, '', 'UNSAFE_GENERATION')]], 1],
  ] as const)('is over with %s', async (_, between, failed) => {
    const taken: Given[] = between.map((given) => [...given]);
    const first = createScene([INTERNAL, ...taken], taken.length + 1);
    await first.credentials(GAP_MS * (taken.length + 1));
    if (taken.length === 0) {
      first.stored.set(uuid(9), waiting(9));
      await first.credentials(GAP_MS);
    }
    expect(first.world.streak.trouble).toBe(0);
    expect(first.states().filter((state) => state === 'failed')).toHaveLength(failed);
  });

  it('is not forgotten when the worker dies in the middle of its submits', async () => {
    const { credentials, ports, stored, sent, world } = createScene([]);
    for (const n of [1, 2]) {
      stored.set(uuid(n), { ...waiting(n), state: 'submitting', sentAt: world.now + n });
      await recover(ports);
    }
    expect(world.hold?.reason).toBe('trouble');
    await credentials(MINUTE);
    expect(sent()).toBe(0);
  });
});

describe('refusals without a reason', () => {
  it.each([
    ['403', [BARE, BARE]],
    [
      '400',
      [
        [400, error(400, 'INVALID_ARGUMENT')],
        [400, ''],
      ],
    ],
    ['one of each', [BARE, [400, { error: { errors: [{ reason: 'badRequest' }] } }]]],
    [
      'addresses that are gone',
      [
        [404, '<html>'],
        [405, ''],
      ],
    ],
    ['nothing started', Array(2).fill([200, { operations: [], remainingCredits: 1540 }])],
  ] as [string, Given[]][])(
    'twice in a row (%s) hold the queue, not charged',
    async (_, answers) => {
      const { credentials, sent, lift, world, states, ledger } = createScene(answers);
      await credentials(60 * MINUTE);
      expect([sent(), world.hold?.reason]).toEqual([2, 'refused']);
      expect(states()).toEqual(['failed', 'failed', 'waiting', 'waiting']);
      expect([...ledger.values()].map(({ charged }) => charged)).toEqual(['no', 'no']);
      expect(lift()).toBe(true);
      await credentials(MINUTE);
      expect([sent(), world.hold]).toEqual([4, undefined]);
    },
  );

  it('hold again at once, if the next job meets the same', async () => {
    const { credentials, sent, lift, world } = createScene([BARE, BARE, BARE]);
    await credentials(MINUTE);
    lift();
    await credentials(MINUTE);
    expect([sent(), world.hold?.reason]).toEqual([3, 'refused']);
  });
});
