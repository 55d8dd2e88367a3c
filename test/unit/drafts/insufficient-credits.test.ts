import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import { insufficientCreditsOf } from '@/lib/drafts/insufficient-credits';

const reshoot: Draft = { ...EMPTY_DRAFT, moves: ['UP', 'DOWN', 'FORWARD'] };
const extend: Draft = { ...EMPTY_DRAFT, action: 'extend', takes: 4 };

describe('what a wish is short of', () => {
  it('is nothing where the balance reaches, to the credit', () => {
    expect(insufficientCreditsOf(reshoot, 60, 60)).toBeUndefined();
    expect(insufficientCreditsOf(reshoot, 0, 0)).toBeUndefined();
  });

  it('is not guessed where price or balance are unknown', () => {
    expect(insufficientCreditsOf(reshoot, undefined, 5)).toBeUndefined();
    expect(insufficientCreditsOf(reshoot, 60, undefined)).toBeUndefined();
  });

  it('offers the first moves that the balance pays', () => {
    expect(insufficientCreditsOf(reshoot, 60, 59)).toEqual({
      needed: 60,
      left: 59,
      each: 20,
      fewer: { ...reshoot, moves: ['UP', 'DOWN'] },
    });
  });

  it('offers fewer takes', () => {
    expect(insufficientCreditsOf(extend, 40, 35)?.fewer?.takes).toBe(3);
  });

  it('offers nothing where not even one is paid', () => {
    expect(insufficientCreditsOf(extend, 40, 9)).toEqual({ needed: 40, left: 9, each: 10 });
  });

  it('leaves the choice of clips to the user', () => {
    const upscale: Draft = { ...EMPTY_DRAFT, action: 'upscale', clipId: 'a', moreClipIds: ['b'] };
    expect(insufficientCreditsOf(upscale, 10, 5)).toEqual({ needed: 10, left: 5, each: 5 });
  });
});
