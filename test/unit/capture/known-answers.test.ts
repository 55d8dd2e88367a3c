import { describe, expect, it } from 'vitest';
import { createKnownAnswers, digestOf } from '@/lib/capture/known-answers';

describe('what was told', () => {
  it('is known by its address and digest until another answer came from there', () => {
    const told = createKnownAnswers();
    expect(told.has('a', '1')).toBe(false);
    told.keep('a', '1');
    expect([told.has('a', '1'), told.has('b', '1'), told.has('a', '2')]).toEqual([
      true,
      false,
      false,
    ]);
    told.keep('a', '2');
    expect(told.has('a', '1')).toBe(false);
    told.forget();
    expect(told.has('a', '2')).toBe(false);
  });

  it('is kept for the 200 addresses heard of last', () => {
    const told = createKnownAnswers();
    for (let number = 0; number < 200; number += 1) told.keep(`${number}`, 'x');
    told.keep('0', 'x');
    told.keep('200', 'x');
    expect([told.has('0', 'x'), told.has('1', 'x'), told.has('200', 'x')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('has a digest that differs with a single sign', async () => {
    expect(await digestOf('{"credits":20}')).toBe(await digestOf('{"credits":20}'));
    expect(await digestOf('{"credits":20}')).not.toBe(await digestOf('{"credits":21}'));
  });
});
