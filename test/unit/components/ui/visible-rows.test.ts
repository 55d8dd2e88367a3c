import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf, rangeIn } from '@/components/ui/visible-rows';

describe('the window on a long list', () => {
  it('holds exactly the items that touch it', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 });
    const at = fc.integer({ min: -500, max: 12_000 });
    fc.assert(
      fc.property(heights, at, fc.integer({ min: 1, max: 900 }), (items, top, size) => {
        const offsets = offsetsOf(items);
        const { first, end } = rangeIn(offsets, top, top + size);
        const touching = items.flatMap((_, index) =>
          (offsets[index + 1] ?? 0) > top && (offsets[index] ?? 0) <= top + size ? [index] : [],
        );
        if (touching.length > 0)
          expect([first, end]).toEqual([touching[0], (touching.at(-1) ?? 0) + 1]);
        else expect(end - first).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of an empty list is empty', () => {
    expect(rangeIn(offsetsOf([]), 0, 600)).toEqual({ first: 0, end: 0 });
  });
});
