import { describe, expect, it } from 'vitest';
import { letterOf, stepOf } from '@/components/composer/extend/steps';

const press = (key: string, more = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('a key on a handle', () => {
  it.each([
    ['ArrowRight', {}, 1],
    ['ArrowLeft', {}, -1],
    ['ArrowUp', {}, 1],
    ['ArrowDown', { shiftKey: true }, -10],
    ['ArrowRight', { shiftKey: true }, 10],
    ['PageUp', {}, 10],
    ['PageDown', {}, -10],
    ['Home', {}, 'first'],
    ['End', {}, 'last'],
    ['ArrowRight', { ctrlKey: true }, undefined],
    ['a', {}, undefined],
    ['toString', {}, undefined],
  ])('%s with %j is %s', (key, more, step) => {
    expect(stepOf(press(key, more), false)).toBe(step);
  });

  it('goes the other way where the strip runs from right to left', () => {
    expect(stepOf(press('ArrowRight'), true)).toBe(-1);
    expect(stepOf(press('ArrowLeft', { shiftKey: true }), true)).toBe(10);
    expect(stepOf(press('ArrowUp'), true)).toBe(1);
    expect(stepOf(press('Home'), true)).toBe('first');
  });
});

describe('the letter of a key', () => {
  it.each([
    ['i', 'KeyI', 'i'],
    ['I', 'KeyI', 'i'],
    ['o', 'KeyS', 'o'],
    ['ш', 'KeyI', 'i'],
    ['خ', 'KeyO', 'o'],
    [' ', 'Space', 'space'],
  ])('%s at %s is %s', (key, code, letter) => {
    expect(letterOf({ key, code })).toBe(letter);
  });
});
