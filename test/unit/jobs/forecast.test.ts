import { describe, expect, it } from 'vitest';
import { usualMs } from '@/lib/jobs/forecast';

describe('how long a job usually takes', () => {
  it.each([
    [[], 60_000],
    [[10, 20], 60_000],
    [[30, 10, 20], 20],
    [[40, 10, 30, 20], 25],
    [[9, 9, 9, 9, 9000], 9],
  ])('%j → %d', (took, usual) => {
    expect(usualMs(took, 60_000)).toBe(usual);
  });
});
