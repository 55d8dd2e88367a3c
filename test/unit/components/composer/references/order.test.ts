import { describe, expect, it } from 'vitest';
import { matching } from '@/components/composer/references/ImagePicker';
import { moved, nearest } from '@/components/composer/references/order';
import { image } from '../../../../samples/jobs';

describe('an image at another place', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 0, ['b', 'a', 'c']],
    [1, 1, ['a', 'b', 'c']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
    [7, 0, ['a', 'b', 'c']],
  ])('from %i to %i', (from, to, wanted) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(wanted);
  });
});

describe('the slot under a pointer', () => {
  const box = (left: number) => ({ left, right: left + 100, top: 0, bottom: 100 });
  const row = [box(0), box(108), box(216)];

  it.each([
    [50, 50, 0],
    [105, 50, 1],
    [103, 50, 0],
    [400, 50, 2],
    [-50, 900, 0],
  ])('at %i, %i is number %i', (x, y, wanted) => {
    expect(nearest(row, x, y)).toBe(wanted);
  });

  it('runs the other way where the slots do, and is none without slots', () => {
    expect(nearest([...row].reverse(), 50, 50)).toBe(2);
    expect(nearest([], 1, 1)).toBe(-1);
  });
});

describe('a search among images', () => {
  const images = ['Der gelbe Mäntel', 'Lantern', '红色的伞', 'Red umbrella'].map((title, n) =>
    image(n, { title }),
  );
  const found = (sought: string) => matching(images, sought).map(({ title }) => title);

  it.each([
    ['', images.map(({ title }) => title)],
    ['  ', images.map(({ title }) => title)],
    ['LANT', ['Lantern']],
    ['mantel', ['Der gelbe Mäntel']],
    ['umbrella red', ['Red umbrella']],
    ['伞', ['红色的伞']],
    ['boat', []],
  ])('for %j', (sought, wanted) => {
    expect(found(sought)).toEqual(wanted);
  });
});
