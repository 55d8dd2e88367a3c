import { describe, expect, it } from 'vitest';
import type { Media } from '@/lib/flow/media';
import { entriesOf, finderIn } from '@/lib/library/entry';
import { makersOf } from '@/lib/library/recipe';
import { againOf } from '@/lib/library/use-again';
import { clip, image, uuid } from '../../samples/jobs';
import { ours } from '../../samples/library';

const again = (
  media: Media,
  others: readonly Media[] = [],
  jobs: Parameters<typeof makersOf>[0] = [],
) => {
  const [first, ...rest] = entriesOf([media, ...others], makersOf(jobs, []));
  return first && againOf(first, finderIn([first, ...rest]));
};

describe('what a clip was made from goes into the composer', () => {
  it('as a job of ours had it', () => {
    expect(again(clip(2), [], [ours()])).toEqual({
      draft: { action: 'reshoot', clipId: clip(1).id, moves: ['UP'], seed: 7, takes: 1 },
      isOtherWay: false,
    });
  });

  it('as Flow says it, with the source that a workflow or a key stands for', () => {
    const extended = clip(2, { madeBy: 'extend', prompt: 'On', sourceIds: ['w'], seed: 3 });
    expect(again(extended, [clip(1, { workflowId: 'w' })])?.draft).toMatchObject({
      ...{ action: 'extend', clipId: clip(1).id, extendPrompt: 'On', seed: 3 },
    });
    const upscaled = clip(2, { key: `${uuid(1)}_upsampled` });
    expect(again(upscaled, [clip(1)])?.draft).toMatchObject({
      ...{ action: 'upscale', clipId: clip(1).id },
    });
  });

  it('as one from images where it was made in a way that only Flow has', () => {
    const start = clip(2, { madeBy: 'frames', prompt: 'Up', sourceIds: [image(1).id], seed: 4 });
    expect(again(start, [image(1)])).toEqual({
      draft: {
        ...{ action: 'references', takes: 1, seed: 4, imageIds: [image(1).id] },
        ...{ referencesPrompt: 'Up', aspect: 'landscape' },
      },
      isOtherWay: true,
    });
  });

  it('not at all where nothing of it can be asked for here', () => {
    expect(again(clip(2))).toBeUndefined();
    expect(again(clip(2, { madeBy: 'edit', prompt: 'Rain' }))).toBeUndefined();
    expect(again(image(1))).toBeUndefined();
  });
});
