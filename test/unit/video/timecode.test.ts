import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTimecode, timecode } from '@/lib/video/timecode';

describe('timecode', () => {
  it.each([
    [0, '00:00:00'],
    [23, '00:00:23'],
    [168, '00:07:00'],
    [191, '00:07:23'],
    [24 * 60, '01:00:00'],
    [24 * 60 * 1000, '1000:00:00'],
  ])('writes frame %s as %s', (frame, text) => {
    expect(timecode(frame, 24)).toBe(text);
  });

  it.each([
    ['00:07:00', 168],
    ['7:00', 168],
    [' 0:7:23 ', 191],
    ['00：07：00', 168],
    ['00.07.00', 168],
  ])('reads %j as frame %s', (text, frame) => {
    expect(parseTimecode(text, 24)).toBe(frame);
  });

  it.each(['', '7', ':', '00:07', '00:60:00', '00:07:24', '-1:00', '1:2:3:4', 'seven', '0:07:'])(
    'reads %j as it should',
    (text) => {
      expect(parseTimecode(text, 24)).toBe(text === '00:07' ? 7 : undefined);
    },
  );

  it('comes back from text as the same frame, at any rate', () => {
    const frames = fc.integer({ min: 0, max: 100_000 });
    const rates = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(frames, rates, (frame, rate) => {
        expect(parseTimecode(timecode(frame, rate), rate)).toBe(frame);
      }),
    );
  });
});
