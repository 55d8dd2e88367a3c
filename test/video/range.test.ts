import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeInside, rangeLeapt } from '@/lib/video/range';

const anyFrame = fc.integer({ min: -10_000, max: 10_000 });
const anyLength = fc.integer({ min: 2, max: 2000 });

describe('range', () => {
  it('leaves a good range as it is', () => {
    expect(rangeInside({ start: 168, end: 191 }, 192)).toEqual({ start: 168, end: 191 });
  });

  it('puts any range inside the clip, start before end', () => {
    fc.assert(
      fc.property(anyFrame, anyFrame, anyLength, (start, end, frames) => {
        const inside = rangeInside({ start, end }, frames);
        expect(inside.start).toBeGreaterThanOrEqual(0);
        expect(inside.start).toBeLessThan(inside.end);
        expect(inside.end).toBeLessThan(frames);
      }),
    );
  });

  it('leaps by exactly ten frames', () => {
    expect(rangeLeapt({ start: 167, end: 191 }, 'start', -10, 192).start).toBe(157);
    expect(rangeLeapt({ start: 100, end: 151 }, 'end', 10, 192).end).toBe(161);
  });

  it('stops a leap at the other end and at the ends of the clip', () => {
    expect(rangeLeapt({ start: 185, end: 191 }, 'start', 10, 192).start).toBe(190);
    expect(rangeLeapt({ start: 5, end: 191 }, 'start', -10, 192).start).toBe(0);
    expect(rangeLeapt({ start: 185, end: 190 }, 'end', 10, 192).end).toBe(191);
    expect(rangeLeapt({ start: 185, end: 190 }, 'end', -10, 192).end).toBe(186);
  });
});
