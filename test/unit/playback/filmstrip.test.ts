import { describe, expect, it } from 'vitest';
import { filmstripFrames } from '@/lib/playback/filmstrip';

describe('frames of a strip', () => {
  it.each([
    [192, 12, [8, 24, 40, 56, 72, 88, 104, 120, 136, 152, 168, 184]],
    [360, 4, [45, 135, 225, 315]],
    [1, 3, [0, 0, 0]],
  ])('of %i frames, %i pictures', (frames, count, expected) => {
    expect(filmstripFrames(frames, count)).toEqual(expected);
  });
});
