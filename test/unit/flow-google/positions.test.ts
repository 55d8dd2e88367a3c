import { describe, expect, it } from 'vitest';
import { at, listAt, momentAt, textAt, wholeAt } from '@/lib/flow-google/positions';

describe('a value by its position', () => {
  it('is what lies at the end of the path', () => {
    const value = ['a', [null, ['words', 7, [1, 2]]]];
    expect(at(value, 1, 1, 0)).toBe('words');
    expect(at(value)).toBe(value);
    expect([textAt(value, 1, 1, 0), wholeAt(value, 1, 1, 1)]).toEqual(['words', 7]);
    expect(listAt(value, 1, 1, 2)).toEqual([1, 2]);
  });

  it.each([null, undefined, 7, 'words', {}, { 0: 'a' }, []])('is nothing inside of %j', (value) => {
    expect(at(value, 0)).toBeUndefined();
    expect(textAt(value, 0)).toBeUndefined();
    expect(listAt(value, 0)).toEqual([]);
  });

  it.each(['', 'x'.repeat(20_001), 7, null])('is no text: %j', (odd) => {
    expect(textAt([odd], 0)).toBeUndefined();
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN, '7', null, [7]])('is no whole number: %j', (odd) => {
    expect(wholeAt([odd], 0)).toBeUndefined();
  });

  it.each([
    [[1_791_100_000, 500_900_000], 1_791_100_000_500],
    [[1_791_100_000, null], 1_791_100_000_000],
    [[1_791_100_000], 1_791_100_000_000],
    [[0, 5], undefined],
    [[8_640_000_000_000, 0], 8_640_000_000_000_000],
    [[8_640_000_000_001, 0], undefined],
    [['1791100000', 0], undefined],
    [null, undefined],
  ])('is the moment %j: %j', (moment, ms) => {
    expect(momentAt([moment], 0)).toBe(ms);
  });
});
