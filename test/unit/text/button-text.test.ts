import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '@/lib/drafts/draft';
import { buttonText } from '@/lib/text/button-text';

const idle = { kind: 'idle' } as const;
const upscale = (...ids: string[]) => {
  const [clipId, ...moreClipIds] = ids;
  return { ...EMPTY_DRAFT, action: 'upscale' as const, clipId, moreClipIds };
};

describe('the button', () => {
  it.each([
    ['no clip', upscale(), undefined, 'Upscale to 1080p'],
    ['one clip', upscale('a'), 0, 'Upscale to 1080p · free'],
    ['three clips', upscale('a', 'b', 'c'), 0, 'Upscale 3 clips to 1080p · free'],
    ['an unknown price', upscale('a', 'b'), undefined, 'Upscale 2 clips to 1080p · price unknown'],
    ['moves', { ...EMPTY_DRAFT, moves: ['UP', 'DOWN'] }, 40, 'Reshoot 2 moves · 40 credits'],
  ] as const)('says what it does for %s', (_, draft, price, words) => {
    const { moves } = draft;
    expect(buttonText({ ...draft, moves: [...moves] }, price, idle)).toBe(words);
  });
});
