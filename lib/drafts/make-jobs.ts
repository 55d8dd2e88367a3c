import { SEED_MAX } from '@/lib/base/ids';
import type { Aspect } from '@/lib/flow/aspect';
import { type LearnedModels, modelKey } from '@/lib/flow/models';
import { readableTitle } from '@/lib/flow/readable-title';
import type { GenerationRequest } from '@/lib/flow/request';
import type { JobIn } from '@/lib/jobs/job';
import { priceToExpect } from './price';
import type { ReadyClip, ReadyDraft } from './validate';

/** Where ids and seeds come from, so that tests can own them. */
export interface Chance {
  newId(): string;
  randomSeed(): number;
}

/** What jobs are made of besides their draft. */
export interface Making {
  readonly batchId: string;
  readonly learned: LearnedModels;
}

/** What a job is named and shown by, and what it asks for. */
type Part = readonly [source: Pick<ReadyClip, 'id' | 'title'>, request: GenerationRequest];

/**
 * Makes the jobs of a draft: one for each move of a reshoot, one for each clip of an upscale, one
 * for each take of the others.
 * Seed, sceneId, model and tier are fixed here and never change afterwards.
 *
 * @param now epoch ms
 * @returns them in the order in which they go out
 */
export const makeJobs = (
  ready: ReadyDraft,
  { batchId, learned }: Making,
  chance: Chance,
  now: number,
): JobIn<'waiting'>[] =>
  partsOf(ready, learned, chance).map(([source, request], index) => {
    const price = priceToExpect(request, learned);
    return {
      id: request.sceneId,
      batchId,
      createdAt: now + index,
      account: ready.account,
      request,
      title: source.title,
      sourceId: source.id,
      ...(price !== undefined && { price }),
      state: 'waiting',
    };
  });

function partsOf(ready: ReadyDraft, learned: LearnedModels, chance: Chance): Part[] {
  const { action, projectId, tier } = ready;
  /** @param index what a fixed seed counts on by */
  const common = (aspect: Aspect, index: number) => {
    const seed = ready.seed === undefined ? chance.randomSeed() : ready.seed + index;
    return {
      projectId,
      tier,
      aspect,
      modelKey: modelKey(action, aspect, tier, learned),
      seed: seed % (SEED_MAX + 1),
      sceneId: chance.newId(),
    };
  };
  const ofClip = (clip: ReadyClip, index: number) => ({
    ...common(clip.aspect, index),
    mediaId: clip.id,
  });
  switch (ready.action) {
    case 'reshoot': {
      const { clip, moves } = ready;
      return moves.map((move) => [clip, { ...ofClip(clip, 0), action: 'reshoot', move }]);
    }
    case 'extend': {
      const { clip, prompt, range, takes } = ready;
      return times(takes, (take) => [
        clip,
        {
          ...ofClip(clip, take),
          action: 'extend',
          prompt,
          startFrameIndex: range.start,
          endFrameIndex: range.end,
        },
      ]);
    }
    case 'upscale':
      return ready.clips.map((clip, index) => [
        clip,
        { ...ofClip(clip, index), action: 'upscale' },
      ]);
    case 'references': {
      const { aspect, imageIds, prompt, takes } = ready;
      const first = { id: imageIds[0], title: readableTitle(prompt) };
      return times(takes, (take) => [
        first,
        { ...common(aspect, take), action: 'references', prompt, mediaIds: [...imageIds] },
      ]);
    }
  }
}

const times = (count: number, make: (index: number) => Part): Part[] =>
  Array.from({ length: count }, (_, index) => make(index));
