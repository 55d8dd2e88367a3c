import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seekSeconds } from '@/lib/video/frames';
import {
  correction,
  frameAt,
  frameWithin,
  isHeld,
  lastFrame,
  ownFrame,
  type SyncedClip,
} from '@/lib/video/sync';

const FPS = 24;
const clip = fc
  .integer({ min: 1, max: 2000 })
  .chain((frames) =>
    fc.record({ frames: fc.constant(frames), offset: fc.integer({ min: 0, max: frames }) }),
  );
const clips = fc.array(clip, { minLength: 1, maxLength: 8 });

describe('the frame that a time shows', () => {
  it('is the frame that was sought, at any pace of frames', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.constantFrom(24, 25, 30, 60), (frame, fps) => {
        expect(frameAt(seekSeconds(frame, fps), fps)).toBe(frame);
      }),
    );
  });

  it('is the frame that begins there, also where the time is cut to microseconds', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (frame) => {
        expect(frameAt(Math.floor((frame / FPS) * 1e6) / 1e6, FPS)).toBe(frame);
        expect(frameAt(frame / FPS, FPS)).toBe(frame);
      }),
    );
  });

  it('is never before the first', () => {
    expect(frameAt(-1, FPS)).toBe(0);
  });
});

describe('a common clock', () => {
  it('ends with its longest lane, and every lane shows a frame of its own throughout', () => {
    fc.assert(
      fc.property(clips, fc.nat(3000), (all, wished) => {
        const last = lastFrame(all);
        const frame = frameWithin(wished, last);
        expect(frame).toBeLessThanOrEqual(last);
        for (const one of all) {
          const own = ownFrame(frame, one);
          expect(own).toBeGreaterThanOrEqual(0);
          expect(own).toBeLessThan(one.frames);
          if (isHeld(frame, one)) expect(own).toBe(one.frames - 1);
          else expect(own).toBe(frame + one.offset);
        }
        // Nothing is cut off: somebody still moves at the last frame, unless all begin past their end.
        const moves = all.some((one) => !isHeld(last, one));
        expect(moves || all.every(({ frames, offset }) => offset >= frames)).toBe(true);
      }),
    );
  });

  it('shows equal frames of lanes of one kind', () => {
    fc.assert(
      fc.property(clip, fc.nat(3000), (one, frame) => {
        const other: SyncedClip = { ...one };
        expect(ownFrame(frame, one)).toBe(ownFrame(frame, other));
      }),
    );
  });

  it('begins an extension where its range began: the source is that far ahead', () => {
    const source = { frames: 192, offset: 168 };
    const result = { frames: 192, offset: 0 };
    expect(lastFrame([source, result])).toBe(191);
    expect(ownFrame(0, source)).toBe(168);
    expect(ownFrame(23, source)).toBe(191);
    expect(isHeld(23, source)).toBe(false);
    expect(isHeld(24, source)).toBe(true);
    expect(ownFrame(100, source)).toBe(191);
    expect(ownFrame(100, result)).toBe(100);
  });

  it('of nothing is one frame long', () => {
    expect(lastFrame([])).toBe(0);
    expect(frameWithin(12, 0)).toBe(0);
    expect(frameWithin(-3, 10)).toBe(0);
  });
});

describe('the correction of a drift', () => {
  it('slows what is ahead, hurries what is behind, and leaves alone what is near', () => {
    expect(correction(0, FPS)).toBe(1);
    expect(correction(0.1 / FPS, FPS)).toBe(1);
    expect(correction(1 / FPS, FPS)).toBe(0.75);
    expect(correction(-1 / FPS, FPS)).toBe(1.25);
    expect(correction(5 / FPS, FPS)).toBe(0.5);
    expect(correction(9 / FPS, FPS)).toBe('seek');
    expect(correction(-9 / FPS, FPS)).toBe('seek');
    expect(correction(Number.NaN, FPS)).toBe('seek');
  });

  it('brings any drift back in step within a second, without swinging past it', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (frames) => {
        let ahead = frames / FPS;
        for (let tick = 0; tick < FPS; tick += 1) {
          const pace = correction(ahead, FPS);
          if (pace === 'seek') throw new Error('too far');
          const next = ahead + (pace - 1) / FPS;
          expect(Math.abs(next)).toBeLessThanOrEqual(Math.abs(ahead) + 1e-9);
          ahead = next;
        }
        expect(Math.abs(ahead * FPS)).toBeLessThan(0.15);
      }),
    );
  });
});
