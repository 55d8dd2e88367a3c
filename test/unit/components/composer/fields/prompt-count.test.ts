import { describe, expect, it } from 'vitest';
import { isNearEnd, markPassed } from '@/components/composer/fields/prompt-count';

describe('the length of a prompt', () => {
  it.each([
    [0, false],
    [3999, false],
    [4000, true],
    [5001, true],
  ])('%i is near the end: %s', (length, isNear) => {
    expect(isNearEnd(length)).toBe(isNear);
  });

  it.each([
    [0, undefined],
    [3999, undefined],
    [4000, 1000],
    [4749, 1000],
    [4750, 250],
    [4950, 50],
    [4999, 50],
    [5000, 0],
    [9000, 0],
  ])('of %i is said at the mark %s', (length, mark) => {
    expect(markPassed(length)).toBe(mark);
  });
});
