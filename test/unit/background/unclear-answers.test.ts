import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScene, error, fetching, INTERNAL } from '../../fakes/flow-scene';
import { JOBS, uuid } from '../../samples/jobs';
import { type Case, expectOutcome } from './submit-cases';

beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

/** Answers that leave open whether Flow took the job, or do not say so themselves. */
const CASES: readonly Case[] = [
  [
    'unusual activity at 503',
    [503, error(503, 'UNAVAILABLE', 'UNUSUAL_ACTIVITY')],
    'unknown',
    'verification',
    'unknown',
    'verification',
    false,
  ],
  [
    'unsafe content at 500',
    [500, error(500, 'INTERNAL', 'UNSAFE_GENERATION')],
    'unknown',
    'content',
    'unknown',
    undefined,
    true,
  ],
  ['a fault of the server', INTERNAL, 'unknown', 'server', 'unknown', undefined, true],
  [
    'a fault under 200',
    [200, error(500, 'INTERNAL')],
    'unknown',
    'server',
    'unknown',
    undefined,
    true,
  ],
  [
    'a server that asks to wait',
    [503, error(503, 'UNAVAILABLE', 'HIGH_TRAFFIC'), { 'retry-after': '40' }],
    'unknown',
    'server',
    'unknown',
    'trouble',
    false,
  ],
  [
    'a server that asks to wait for a year',
    [503, '', { 'retry-after': '31536000' }],
    'unknown',
    'server',
    'unknown',
    'trouble',
    false,
  ],
  ['a connection that breaks', 'broken', 'unknown', 'network', 'unknown', undefined, true],
  ['HTML', [200, '<html>'], 'unknown', 'unreadable', 'unknown', undefined, true],
  ['an empty body', [200, ''], 'unknown', 'unreadable', 'unknown', undefined, true],
  [
    'an error without a word',
    [200, { error: {} }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
  [
    'an answer of another request',
    [200, { operations: [{ operation: { name: 'x' }, sceneId: uuid(77) }] }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
  [
    'no operation, the balance as before',
    [200, { operations: [], remainingCredits: 1540 }],
    'failed',
    'nothing',
    'no',
    undefined,
    true,
  ],
  [
    'no operation, the balance moved',
    [200, { operations: [], remainingCredits: 1520 }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
  [
    'no operation, no balance',
    [200, { operations: [] }],
    'unknown',
    'unreadable',
    'unknown',
    undefined,
    true,
  ],
];

describe('an answer to a submit', () => {
  it.each(CASES)('%s', expectOutcome);

  it('without an operation may hide a charge behind what another job gives back', async () => {
    const { credentials, stored } = createScene(
      [[200, { operations: [], remainingCredits: 1540 }]],
      1,
    );
    stored.set(uuid(2), { ...JOBS.running, id: uuid(2) });
    await credentials(0);
    expect(stored.get(uuid(1))?.state).toBe('unknown');
  });
});
