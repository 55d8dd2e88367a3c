import { describe, expect, it } from 'vitest';
import { nextTile } from '@/components/ui/tiles';

const grid = { count: 6, columns: 4, isRtl: false };

describe('the keys inside a grid of tiles', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 3, 4],
    ['ArrowRight', 5, undefined],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, undefined],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 2, undefined],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 3, undefined],
    ['Home', 4, 0],
    ['End', 1, 5],
    ['End', 5, undefined],
    ['Tab', 1, undefined],
    [' ', 1, undefined],
  ])('%s at tile %i leads to %s', (key, index, to) => {
    expect(nextTile(key, index, grid)).toBe(to);
  });

  it('run the other way where the text does, and up and down as ever', () => {
    const rtl = { ...grid, isRtl: true };
    expect(nextTile('ArrowLeft', 0, rtl)).toBe(1);
    expect(nextTile('ArrowRight', 1, rtl)).toBe(0);
    expect(nextTile('ArrowDown', 0, rtl)).toBe(4);
  });
});
