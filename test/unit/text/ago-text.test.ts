import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { agoText } from '@/lib/text/ago-text';

describe('how long ago', () => {
  it.each([
    [0, 'this minute'],
    [-5, 'this minute'],
    [MINUTE_MS - 1, 'this minute'],
    [2 * MINUTE_MS, '2 min. ago'],
    [HOUR_MS, '1 hr. ago'],
    [30 * HOUR_MS, '30 hr. ago'],
  ])('%d ms is “%s”', (ms, words) => {
    expect(agoText(ms)).toBe(words);
  });
});
