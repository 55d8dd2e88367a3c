import { describe, expect, it } from 'vitest';
import { makersOf, recipeOf } from '@/lib/library/recipe';
import { clip, image, JOBS, uuid } from '../../samples/jobs';
import { ours, pages } from '../../samples/library';

describe('a recipe', () => {
  it('of what a job here has made has the whole request, whatever Flow says', () => {
    const media = clip(2, {
      madeBy: 'text',
      model: 'other',
      seed: 1,
      prompt: 'Its source’s words',
    });
    expect(recipeOf(media, ours())).toEqual({
      ...{ madeBy: 'reshoot', model: 'veo_3_0_reshoot_landscape', seed: 7, aspect: 'landscape' },
      ...{ move: 'UP', prompt: 'Its source’s words', sourceIds: [clip(1).id] },
      ...{ at: 2000, isDated: true },
    });
  });

  it('of an extension has the prompt and the frames that it was asked for with', () => {
    const job = ours(
      {},
      { action: 'extend', prompt: 'On', startFrameIndex: 168, endFrameIndex: 191 },
    );
    expect(recipeOf(clip(2, { prompt: 'On, as Flow has it' }), job)).toMatchObject({
      ...{ madeBy: 'extend', prompt: 'On', range: { start: 168, end: 191 } },
    });
  });

  it('of what the page has started has Flow’s word, and of the call what Flow does not say', () => {
    const job = pages({ prompt: 'Make it rain', model: 'called', seed: 5 });
    expect(recipeOf(clip(2, { model: 'said', madeAt: 70 }), job)).toEqual({
      ...{ madeBy: 'edit', prompt: 'Make it rain', model: 'said', seed: 5, aspect: 'landscape' },
      ...{ sourceIds: [clip(1).id], at: 70, isDated: true },
    });
  });

  it('has sources that Flow names before those of the page’s call', () => {
    const media = clip(2, { sourceIds: [clip(5).id] });
    expect(recipeOf(media, pages()).sourceIds).toEqual([clip(5).id]);
  });

  it('of what nobody has asked for has Flow’s word alone', () => {
    const media = clip(3, {
      ...{ madeBy: 'frames', prompt: 'A gate', seed: 4, sourceIds: [image(1).id], madeAt: 9 },
    });
    expect(recipeOf(media)).toEqual({
      ...{ madeBy: 'frames', prompt: 'A gate', seed: 4, aspect: 'landscape' },
      ...{ sourceIds: [image(1).id], at: 9, isDated: true },
    });
  });

  it('of an upscale that says nothing else has its source by its key', () => {
    expect(recipeOf(clip(2, { key: `${uuid(1)}_upsampled` }))).toMatchObject({
      madeBy: 'upscale',
      sourceIds: [uuid(1)],
    });
  });

  it('of an upload has when it turned up here, which is not when it was made', () => {
    const seen = image(1, { firstSeenAt: 40, seenAt: 90, prompt: ' ' });
    expect(recipeOf(seen)).toEqual({ sourceIds: [], at: 40, isDated: false });
    expect(recipeOf(image(1, { seenAt: 90 })).at).toBe(90);
  });

  it('does not say how the page has made something where its call was not understood', () => {
    expect(recipeOf(clip(2), pages({ action: 'other' }))).not.toHaveProperty('madeBy');
  });
});

it('who made what is known of finished jobs alone, and a job of ours is believed before the page’s', () => {
  const [job, heard] = [ours(), pages()];
  const silent = pages({ id: 'op2', state: 'running', mediaId: clip(3).id } as object);
  const makers = makersOf([JOBS.failed, job], [heard, silent]);
  expect([...makers]).toEqual([[clip(2).id, job]]);
  expect(makersOf([], [heard]).get(clip(2).id)).toBe(heard);
});
