import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import { prepareDraft, preparedPrice } from '@/lib/drafts/prepare';
import type { DraftContext } from '@/lib/drafts/validate';
import type { Media } from '@/lib/flow/media';
import { NOTHING_LEARNED, tierPriceKey } from '@/lib/flow/models';
import { PROJECT } from '../../samples/jobs';

const media = (id: string, own: Partial<Media> = {}): Media => ({
  ...{ id, key: id, kind: 'video', projectId: PROJECT, title: 'Elm Street', seenAt: 1 },
  ...{ aspect: 'landscape', model: 'veo_3_1_t2v_lite' },
  ...own,
});
const MEDIA = [
  media('street'),
  media('street_upsampled'),
  media('dog', { model: 'abra_edit' }),
  media('elsewhere', { projectId: 'other' }),
  media('coat', { kind: 'image' }),
];
const CONTEXT: Pick<DraftContext, 'tab' | 'media'> = {
  tab: { site: 'flow.google.com', projectId: PROJECT, signedIn: true, account: 'ada' },
  media: (id) => MEDIA.find((each) => each.id === id),
};
const EXTEND: Draft = {
  ...EMPTY_DRAFT,
  action: 'extend',
  clipId: 'street',
  extendPrompt: ' The lamps go out ',
};
const UPSCALE: Draft = { ...EMPTY_DRAFT, action: 'upscale', clipId: 'street' };
const IMAGES: Draft = {
  ...EMPTY_DRAFT,
  action: 'references',
  imageIds: ['coat'],
  referencesPrompt: 'A coat walks',
  aspect: 'portrait',
};

const kindsOf = (draft: Draft, context = CONTEXT) => {
  const ready = prepareDraft(draft, context);
  return ready.ok ? 'ready' : ready.failure.map(({ kind }) => kind);
};

describe('a draft is ready for a press in Flow', () => {
  it('with its clip and words, whatever frames, takes and plan there are', () => {
    const ready = prepareDraft({ ...EXTEND, range: { start: 900, end: 1 }, seed: -1 }, CONTEXT);
    expect(ready).toMatchObject({
      ok: true,
      value: { action: 'extend', account: 'ada', projectId: PROJECT, prompt: 'The lamps go out' },
    });
  });

  it('with its images, words and shape', () => {
    expect(prepareDraft(IMAGES, CONTEXT)).toMatchObject({
      value: { imageIds: ['coat'], prompt: 'A coat walks', aspect: 'portrait' },
    });
  });

  it('with the one clip that is to be upscaled', () => {
    expect(prepareDraft(UPSCALE, CONTEXT)).toMatchObject({ value: { clip: { id: 'street' } } });
  });
});

describe('what keeps a draft from a press in Flow is said:', () => {
  it.each([
    ['no Flow tab', EXTEND, { ...CONTEXT, tab: undefined }, ['no-flow-tab']],
    [
      'nobody signed in',
      EXTEND,
      { ...CONTEXT, tab: { site: 'flow.google.com' as const, signedIn: false } },
      ['signed-out'],
    ],
    [
      'no project',
      EXTEND,
      {
        ...CONTEXT,
        tab: { site: 'flow.google.com' as const, signedIn: true, account: 'ada' },
      },
      ['no-project'],
    ],
    ['reshoot', { ...EXTEND, action: 'reshoot' as const }, CONTEXT, ['no-such-action']],
    ['no words', { ...EXTEND, extendPrompt: ' ' }, CONTEXT, ['empty-prompt']],
    ['no clip', { ...EXTEND, clipId: undefined }, CONTEXT, ['no-clip']],
    ['a clip of another model', { ...EXTEND, clipId: 'dog' }, CONTEXT, ['not-veo']],
    ['a clip of another project', { ...UPSCALE, clipId: 'elsewhere' }, CONTEXT, ['other-project']],
    ['a 1080p clip', { ...UPSCALE, clipId: 'street_upsampled' }, CONTEXT, ['already-upscaled']],
    ['no image', { ...IMAGES, imageIds: [] }, CONTEXT, ['no-images']],
  ])('%s', (_, draft, context, kinds) => {
    expect(kindsOf(draft, context)).toEqual(kinds);
  });
});

it('the price that is said is the one of Flow’s list for the plan, and unknown without it', () => {
  const key = 'veo_3_1_extension_lite';
  const learned = { ...NOTHING_LEARNED, tierPrices: { [tierPriceKey(key, 'ultra')]: 5 } };
  expect(preparedPrice(EXTEND, 'ultra', learned)).toBe(5);
  expect(preparedPrice(EXTEND, 'pro', learned)).toBeUndefined();
  expect(preparedPrice(EXTEND, undefined, learned)).toBeUndefined();
  expect(preparedPrice({ action: 'reshoot' }, 'ultra', learned)).toBeUndefined();
});
