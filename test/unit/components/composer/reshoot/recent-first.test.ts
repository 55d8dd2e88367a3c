import { describe, expect, it } from 'vitest';
import { MOTIONS_SHOWN } from '@/components/composer/reshoot/move-glyphs';
import { recentFirst } from '@/components/composer/reshoot/recent-first';
import { MOTIONS, POSITIONS } from '@/lib/flow/moves';

describe('the order of the tiles', () => {
  it('is as ever while nothing was used', () => {
    expect(recentFirst(MOTIONS_SHOWN, [])).toEqual(MOTIONS_SHOWN);
    expect([...MOTIONS_SHOWN].sort()).toEqual([...MOTIONS].sort());
  });

  it('has what was used last in front, each group its own, and loses none', () => {
    const recent = ['STATIONARY_DOWN', 'BACKWARD', 'UP', 'STATIONARY_UP'] as const;
    expect(recentFirst(MOTIONS_SHOWN, recent).slice(0, 3)).toEqual([
      'BACKWARD',
      'UP',
      'RIGHT_TO_LEFT',
    ]);
    expect(recentFirst(POSITIONS, recent).slice(0, 2)).toEqual([
      'STATIONARY_DOWN',
      'STATIONARY_UP',
    ]);
    expect(new Set(recentFirst(MOTIONS_SHOWN, recent))).toEqual(new Set(MOTIONS_SHOWN));
  });
});
