import { describe, expect, it } from 'vitest';
import { createTyped, parseWhole } from '@/components/store/typed';

describe('typed text', () => {
  it.each([
    ['168', 168],
    [' 0 ', 0],
    ['-5', -5],
    ['−5', -5],
    ['100000', 100_000],
  ])('reads %j as %s', (text, value) => {
    expect(parseWhole(text)).toBe(value);
  });

  it.each(['', ' ', '1.5', '1e3', 'abc', '1 2', '9'.repeat(16)])('does not read %j', (text) => {
    expect(parseWhole(text)).toBeUndefined();
  });

  it('keeps the text of each field until it is dropped', () => {
    const { texts, keep, drop } = createTyped();
    keep('start', 'abc');
    keep('seed', '');
    expect(texts.value).toEqual({ start: 'abc', seed: '' });
    drop('start', 'end');
    expect(texts.value).toEqual({ seed: '' });
  });
});
