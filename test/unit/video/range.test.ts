import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  handleMoved,
  type Range,
  rangeInside,
  rangeMarked,
  rangeMoved,
  reach,
} from '@/lib/video/range';

describe('range inside a clip of 192 frames', () => {
  it.each([
    [
      { start: 168, end: 191 },
      { start: 168, end: 191 },
    ],
    [
      { start: -5, end: 500 },
      { start: 0, end: 191 },
    ],
    [
      { start: 191, end: 191 },
      { start: 190, end: 191 },
    ],
    [
      { start: 60, end: 20 },
      { start: 60, end: 61 },
    ],
    [
      { start: 12.4, end: 35.6 },
      { start: 12, end: 36 },
    ],
  ])('%j becomes %j', (range, inside) => {
    expect(rangeInside(range, 192)).toEqual(inside);
  });

  it('does not change what fits', () => {
    const range = { start: 0, end: 1 };
    expect(rangeInside(range, 2)).toEqual(range);
  });
});

describe('a handle', () => {
  const free = { frames: 192 };
  const window = { frames: 192, length: 24 };
  const from = { start: 100, end: 123 };

  it.each<[keyof Range, number, Range]>([
    ['start', 90, { start: 90, end: 123 }],
    ['start', -1, { start: 0, end: 123 }],
    ['start', 150, { start: 122, end: 123 }],
    ['end', 150, { start: 100, end: 150 }],
    ['end', 300, { start: 100, end: 191 }],
    ['end', 50, { start: 100, end: 101 }],
  ])('alone: %s to %i', (end, to, expected) => {
    expect(handleMoved(from, end, to, free)).toEqual(expected);
  });

  it.each<[keyof Range, number, Range]>([
    ['start', 90, { start: 90, end: 113 }],
    ['start', -1, { start: 0, end: 23 }],
    ['start', 185, { start: 168, end: 191 }],
    ['end', 150, { start: 127, end: 150 }],
    ['end', 300, { start: 168, end: 191 }],
    ['end', 5, { start: 0, end: 23 }],
  ])('of a window: %s to %i', (end, to, expected) => {
    expect(handleMoved(from, end, to, window)).toEqual(expected);
  });

  it('reaches what the other handle leaves it', () => {
    expect(reach('start', from, free)).toEqual({ start: 0, end: 122 });
    expect(reach('end', from, free)).toEqual({ start: 101, end: 191 });
    expect(reach('start', from, window)).toEqual({ start: 0, end: 168 });
    expect(reach('end', from, window)).toEqual({ start: 23, end: 191 });
  });
});

describe('a range', () => {
  it.each([
    [-30, { start: 70, end: 93 }],
    [-300, { start: 0, end: 23 }],
    [300, { start: 168, end: 191 }],
  ])('moved by %i keeps its length', (by, expected) => {
    expect(rangeMoved({ start: 100, end: 123 }, by, 192)).toEqual(expected);
  });

  it.each<[keyof Range, number, number | undefined, Range]>([
    ['start', 110, undefined, { start: 110, end: 123 }],
    ['start', 150, undefined, { start: 150, end: 173 }],
    ['end', 110, undefined, { start: 100, end: 110 }],
    ['end', 60, undefined, { start: 37, end: 60 }],
    ['start', 60, 24, { start: 60, end: 83 }],
    ['start', 180, 24, { start: 168, end: 191 }],
    ['end', 10, 24, { start: 0, end: 23 }],
  ])('marked: %s at %i, window %s', (end, at, length, expected) => {
    expect(rangeMarked({ start: 100, end: 123 }, end, at, { frames: 192, length })).toEqual(
      expected,
    );
  });

  it('stays good whatever is done to it', () => {
    const act = fc.record({
      end: fc.constantFrom('start' as const, 'end' as const),
      to: fc.integer({ min: -400, max: 400 }),
      how: fc.constantFrom(
        (range: Range, end: keyof Range, to: number, frames: number, length?: number) =>
          handleMoved(range, end, to, { frames, length }),
        (range: Range, end: keyof Range, to: number, frames: number, length?: number) =>
          rangeMarked(range, end, to, { frames, length }),
        (range: Range, _: keyof Range, to: number, frames: number) => rangeMoved(range, to, frames),
      ),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 360 }),
        fc.boolean(),
        fc.array(act, { maxLength: 30 }),
        (frames, isWindow, acts) => {
          const length = isWindow ? Math.min(24, frames) : undefined;
          let range: Range = { start: Math.max(0, frames - 24), end: frames - 1 };
          for (const { how, end, to } of acts) {
            range = how(range, end, to, frames, length);
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeLessThan(frames);
            expect(range.start).toBeLessThan(range.end);
            if (length !== undefined) expect(range.end - range.start + 1).toBe(length);
          }
        },
      ),
    );
  });
});
