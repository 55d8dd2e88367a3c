import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPoll } from '@/lib/queue/poll-running';
import {
  BARE,
  createScene,
  error,
  fetching,
  type Given,
  INTERNAL,
  MINUTE,
  quota,
  UNUSUAL,
} from '../../fakes/flow-scene';
import { JOBS, uuid } from '../../samples/jobs';

beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

describe('a status call', () => {
  it.each([
    ['a quota', quota(429, 'RESOURCE_EXHAUSTED')],
    ['a verification', UNUSUAL],
    ['a verification under 200', [200, error(403, 'PERMISSION_DENIED', 'UNUSUAL_ACTIVITY')]],
    ['a refusal without a reason', BARE],
    ['a fault', INTERNAL],
    ['HTML', [200, '<html>']],
    ['HTML at 404', [404, '<html>']],
    ['a broken connection', 'broken'],
    ['no operations', [200, { operations: [] }]],
    ['a wait without end', [503, '', { 'retry-after': '99999999999' }]],
  ] as [string, Given][])('that meets %s loses no job, and holds no queue', async (_, given) => {
    const { ports, stored, world } = createScene(Array(5).fill(given), 0);
    world.now = 2000;
    stored.set(uuid(1), { ...JOBS.running, id: uuid(1), deadlineAt: 9_000_000 });
    const poll = createPoll(ports);
    for (let time = 0; time < 5; time++) {
      const wait = await poll();
      expect(wait).toBeGreaterThanOrEqual(5000);
      expect(wait).toBeLessThanOrEqual(24 * 60 * MINUTE);
    }
    expect(stored.get(uuid(1))?.state).toBe('running');
    expect(world.hold).toBeUndefined();
  });
});
