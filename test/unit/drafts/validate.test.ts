import { describe, expect, it } from 'vitest';
import { success } from '@/lib/base/result';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import { type DraftContext, validate } from '@/lib/drafts/validate';
import { ACCOUNT, clip, image, PROJECT, uuid } from '../../samples/jobs';

const MEDIA = [
  clip(1),
  clip(2, { projectId: uuid(99) }),
  clip(3, { frames: undefined as never }),
  clip(4, { key: `${uuid(4)}_upsampled` }),
  clip(5, { aspect: undefined as never, width: 720, height: 1280 }),
  image(11),
  image(12),
  image(13),
  image(14),
  image(15, { projectId: uuid(99) }),
];
const at = (n: number) => MEDIA.find(({ key }) => key.startsWith(uuid(n)))?.id ?? '';

const TAB = {
  site: 'labs.google',
  projectId: PROJECT,
  signedIn: true,
  account: ACCOUNT,
  tier: 'ultra',
} as const;
const CONTEXT: DraftContext = {
  tab: TAB,
  isFlowOnly: false,
  media: (id) => MEDIA.find((media) => media.id === id),
};

const draft = (own: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, clipId: at(1), ...own });
const extend = (own: Partial<Draft> = {}) =>
  draft({ action: 'extend', extendPrompt: 'She walks on.', ...own });
const references = (own: Partial<Draft> = {}) =>
  draft({ action: 'references', referencesPrompt: 'A door opens.', imageIds: [at(11)], ...own });
const several = (first: number, ...more: number[]) =>
  draft({ action: 'upscale', clipId: at(first), moreClipIds: more.map(at) });
function problems(batch: Draft, context = CONTEXT) {
  const ready = validate(batch, context);
  return ready.ok ? [] : ready.failure;
}
const kinds = (batch: Draft, context = CONTEXT) => problems(batch, context).map(({ kind }) => kind);

describe('a good draft has no problems', () => {
  it.each([
    ['upscale a clip whose shape only its file says', draft({ action: 'upscale', clipId: at(5) })],
    ['reshoot', draft({ action: 'reshoot', moves: ['UP', 'STATIONARY_DOWN'] })],
    ['upscale', draft({ action: 'upscale' })],
    ['upscale two clips', several(1, 3)],
    [
      'reshoot one, whatever else is to be upscaled',
      draft({ moreClipIds: [at(4)], moves: ['UP'] }),
    ],
    ['extend from the last second', extend()],
    ['extend from a range of its own', extend({ range: { start: 0, end: 191 } })],
    ['one image', references()],
    ['three images', references({ imageIds: [at(11), at(12), at(13)] })],
    ['the highest seed', extend({ seed: 99_999 })],
    ['the lowest seed', extend({ seed: 0 })],
  ])('%s', (_, batch) => {
    expect(problems(batch)).toEqual([]);
  });
});

describe('a bad draft says what is wrong', () => {
  it.each([
    ['no clip', draft({ action: 'upscale', clipId: undefined as never }), ['no-clip']],
    ['a clip that is gone', draft({ action: 'upscale', clipId: 'gone' }), ['no-clip']],
    ['an image as a clip', draft({ action: 'upscale', clipId: at(11) }), ['not-a-clip']],
    ['a clip of another project', draft({ action: 'upscale', clipId: at(2) }), ['other-project']],
    ['a clip that is 1080p', draft({ action: 'upscale', clipId: at(4) }), ['already-upscaled']],
    ['a 1080p clip among several', several(1, 4), ['already-upscaled']],
    ['two wrong clips: the first of them is said', several(1, 2, 4), ['other-project']],
    ['two wrong clips, the other way round', several(4, 2), ['already-upscaled']],
    ['one of several that is gone', several(1, 77), ['no-clip']],
    ['no moves', draft({ action: 'reshoot' }), ['no-moves']],
    ['an empty prompt', extend({ extendPrompt: ' \n ' }), ['empty-prompt']],
    ['a prompt without end', extend({ extendPrompt: 'x'.repeat(5001) }), ['long-prompt']],
    ['start at end', extend({ range: { start: 5, end: 5 } }), ['range-order']],
    ['start after end', extend({ range: { start: 9, end: 5 } }), ['range-order']],
    ['an end outside', extend({ range: { start: 168, end: 192 } }), ['range-outside']],
    ['a start before the clip', extend({ range: { start: -1, end: 5 } }), ['range-outside']],
    ['half a frame', extend({ range: { start: 1.5, end: 5 } }), ['range-outside']],
    ['a number that is none', extend({ range: { start: Number.NaN, end: 5 } }), ['range-outside']],
    ['a clip of unknown length', extend({ clipId: at(3) }), ['length-unknown']],
    ['no images', references({ imageIds: [] }), ['no-images']],
    ['four images', references({ imageIds: [11, 12, 13, 14].map(at) }), ['too-many-images']],
    ['an image of another project', references({ imageIds: [at(15)] }), ['image-other-project']],
    ['a clip as an image', references({ imageIds: [at(1)] }), ['image-other-project']],
    ['a seed too high', draft({ action: 'upscale', seed: 100_000 }), ['seed-outside']],
    ['a seed below nought', draft({ action: 'upscale', seed: -1 }), ['seed-outside']],
    ['half a seed', draft({ action: 'upscale', seed: 1.5 }), ['seed-outside']],
    [
      'several things at once',
      extend({ clipId: at(2), extendPrompt: '', seed: -1 }),
      ['other-project', 'empty-prompt', 'seed-outside'],
    ],
  ])('%s', (_, batch, wanted) => {
    expect(kinds(batch)).toEqual(wanted);
  });

  it.each([
    ['no Flow tab', { ...CONTEXT, tab: undefined }, 'no-flow-tab'],
    ['signed out', { ...CONTEXT, tab: { ...TAB, signedIn: false } }, 'signed-out'],
    ['no project', { ...CONTEXT, tab: { ...TAB, projectId: undefined } }, 'no-project'],
    ['only Flow’s own page', { ...CONTEXT, isFlowOnly: true }, 'flow-only'],
    [
      'a site where only the user’s press starts something',
      { ...CONTEXT, tab: { ...TAB, site: 'flow.google.com' as const } },
      'press-in-flow',
    ],
    ['no known tier', { ...CONTEXT, tab: { ...TAB, tier: undefined } }, 'tier-unknown'],
  ])('%s', (_, context, kind) => {
    expect(kinds(extend(), context)).toEqual([kind]);
  });

  it('names the last frame where the range is outside', () => {
    expect(problems(extend({ range: { start: 0, end: 500 } }))).toEqual([
      { field: 'range', kind: 'range-outside', last: 191 },
    ]);
  });
});

describe('a draft that is ready', () => {
  const session = { projectId: PROJECT, account: ACCOUNT, tier: 'ultra' };
  const clip1 = { id: at(1), title: 'Clip 1', aspect: 'landscape' };

  it('has its clip, its prompt without spaces around it and its range in frames', () => {
    expect(
      validate(extend({ extendPrompt: ' She walks on. ', takes: 2, seed: 7 }), CONTEXT),
    ).toEqual(
      success({
        ...session,
        action: 'extend',
        clip: clip1,
        prompt: 'She walks on.',
        range: { start: 168, end: 191 },
        takes: 2,
        seed: 7,
      }),
    );
  });

  it('has every clip of an upscale once, each with its own shape', () => {
    expect(validate(several(1, 5, 1), CONTEXT)).toEqual(
      success({
        ...session,
        action: 'upscale',
        clips: [clip1, { id: at(5), title: 'Clip 5', aspect: 'portrait' }],
        seed: undefined,
      }),
    );
  });
});
