import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '@/lib/drafts/draft';
import { NOTHING_RECENT, withDraft } from '@/lib/drafts/recent';

const extend = (extendPrompt: string) => ({
  ...EMPTY_DRAFT,
  action: 'extend' as const,
  extendPrompt,
});

describe('what was chosen last', () => {
  it('has the latest moves in front, each once', () => {
    const first = withDraft(NOTHING_RECENT, { ...EMPTY_DRAFT, moves: ['UP', 'DOWN'] });
    const { moves } = withDraft(first, { ...EMPTY_DRAFT, moves: ['FORWARD', 'DOWN'] });
    expect(moves).toEqual(['FORWARD', 'DOWN', 'UP']);
  });

  it('keeps the last twelve prompts of each form, each once', () => {
    let recent = NOTHING_RECENT;
    for (let take = 0; take < 20; take++) recent = withDraft(recent, extend(`take ${take}`));
    recent = withDraft(recent, extend(' take 15 '));
    expect(recent.prompts.extend).toHaveLength(12);
    expect(recent.prompts.extend.slice(0, 3)).toEqual(['take 15', 'take 19', 'take 18']);
    expect(recent.prompts.references).toEqual([]);
  });

  it('is left alone by an upscale', () => {
    expect(withDraft(NOTHING_RECENT, { ...EMPTY_DRAFT, action: 'upscale' })).toEqual(
      NOTHING_RECENT,
    );
  });
});
