import { describe, expect, it } from 'vitest';
import { lengthOf, resolutionOf, shapeOf } from '@/lib/flow/media';
import { clip } from '../../samples/jobs';

const unmeasured = () => {
  const { frames: _frames, aspect: _aspect, ...rest } = clip(1);
  return rest;
};

describe('a clip', () => {
  it.each([
    [{ resolution: '4k' as const, width: 1280, height: 720 }, '4k'],
    [{ width: 1280, height: 720 }, '720p'],
    [{ width: 1080, height: 1920 }, '1080p'],
    [{ width: 3840, height: 2160 }, '4k'],
    [{ width: 512, height: 500 }, undefined],
    [{}, undefined],
  ])('of %j has the resolution %s', (own, resolution) => {
    expect(resolutionOf({ ...unmeasured(), ...own })).toBe(resolution);
  });

  it('is as long as its file, else as Flow says, else of unknown length', () => {
    expect(lengthOf({ ...unmeasured(), frames: 190, seconds: 8 })).toBe(190);
    expect(lengthOf({ ...unmeasured(), seconds: 8 })).toBe(192);
    expect(lengthOf(unmeasured())).toBeUndefined();
  });

  it('has the shape that its reply says, else that of its file', () => {
    const measured = { ...unmeasured(), width: 720, height: 1280 };
    expect(shapeOf(measured)).toBe('portrait');
    expect(shapeOf({ ...measured, aspect: 'landscape' })).toBe('landscape');
    expect(shapeOf(unmeasured())).toBeUndefined();
  });
});
