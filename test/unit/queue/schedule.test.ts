import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLL_EVERY_MS, pollDelay } from '@/lib/queue/schedule';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the time between two polls', () => {
  it('is the pace of the page as long as answers come', () => {
    expect(pollDelay(0, 0.3)).toBe(POLL_EVERY_MS);
  });

  it.each([
    [1, 5000, 10_000],
    [2, 10_000, 20_000],
    [3, 20_000, 40_000],
    [4, 30_000, 60_000],
    [40, 30_000, 60_000],
  ])('after %i failures in a row lies between %i and %i ms', (failures, least, most) => {
    fc.assert(
      fc.property(chance, (random) => {
        const wait = pollDelay(failures, random);
        expect(wait).toBeGreaterThanOrEqual(least);
        expect(wait).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('is never shorter than Flow has asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), chance, fc.nat(), (failures, random, asked) => {
        expect(pollDelay(failures, random, asked)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });
});
