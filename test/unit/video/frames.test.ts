import { describe, expect, it } from 'vitest';
import { framesOf, secondsOf, seekSeconds } from '@/lib/video/frames';

describe('frames', () => {
  it.each([
    [8, 192],
    [7.999, 192],
    [8.02, 192],
    [15, 360],
    [0, 0],
    [-1, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('counts the frames of %s seconds as %s', (seconds, frames) => {
    expect(framesOf(seconds, 24)).toBe(frames);
  });

  it('says where a frame begins', () => {
    expect(secondsOf(168, 24)).toBe(7);
  });

  it('seeks to the middle of a frame', () => {
    expect(seekSeconds(168, 24)).toBeCloseTo(7.0208, 4);
  });
});
