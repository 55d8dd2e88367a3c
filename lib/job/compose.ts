import { SEED_MAX } from '@/lib/base/ids';
import { failed, type Result, success } from '@/lib/base/result';
import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf } from '@/lib/flow/media';
import { type LearnedModels, modelKey } from '@/lib/flow/models';
import { readableTitle } from '@/lib/flow/readable-title';
import type { GenerationRequest } from '@/lib/flow/request';
import { check, type Place, type Problem } from './check';
import { type Draft, rangeOf, upscaleIds } from './draft';
import type { JobCore, JobIn } from './job';
import { priceToExpect } from './price';

/** Where ids and seeds come from, so that tests can own them. */
export interface Chance {
  newId(): string;
  randomSeed(): number;
}

export interface Wish {
  readonly draft: Draft;
  readonly batchId: string;
  readonly account: string;
  readonly place: Place;
  readonly learned: LearnedModels;
}

type Part = Pick<JobCore, 'title' | 'sourceId'> & { readonly request: GenerationRequest };

/**
 * Turns a wish into its jobs: one for each move of a reshoot, one for each clip of an upscale, one
 * for each take of the others.
 * Seed, sceneId, model and tier are fixed here and never change afterwards.
 *
 * @param now epoch ms
 * @returns the jobs in the order in which they go out, or everything that is wrong with the draft
 */
export function compose(
  wish: Wish,
  chance: Chance,
  now: number,
): Result<JobIn<'waiting'>[], Problem[]> {
  const problems = check(wish.draft, wish.place);
  const parts = problems.length === 0 ? partsOf(wish, chance) : [];
  if (parts.length === 0) return failed(problems);
  return success(
    parts.map(({ request, title, sourceId }, index) => {
      const price = priceToExpect(request, wish.learned);
      return {
        id: request.sceneId,
        batchId: wish.batchId,
        createdAt: now + index,
        account: wish.account,
        request,
        title,
        sourceId,
        ...(price !== undefined && { price }),
        state: 'waiting' as const,
      };
    }),
  );
}

function partsOf(wish: Wish, chance: Chance): Part[] {
  const { draft, place } = wish;
  if (draft.action === 'references') return referenceParts(wish, chance);
  if (draft.action === 'upscale') return upscaleParts(wish, chance);
  const clip = draft.clipId === undefined ? undefined : place.media(draft.clipId);
  const aspect = clip && shapeOf(clip);
  if (!clip || !aspect) return [];
  const part = (request: GenerationRequest): Part => ({
    request,
    title: clip.title,
    sourceId: clip.id,
  });
  const base = (take: number) => ({
    ...common(wish, aspect, chance, take),
    mediaId: clip.id,
  });
  switch (draft.action) {
    case 'reshoot':
      return draft.moves.map((move) => part({ ...base(0), action: 'reshoot', move }));
    case 'extend':
      return takes(draft, (take) => part(extendRequest(base(take), draft, clip)));
  }
}

/** One job for each clip; a fixed seed counts on from clip to clip. */
function upscaleParts(wish: Wish, chance: Chance): Part[] {
  const clips = upscaleIds(wish.draft).map((id) => wish.place.media(id));
  return clips.flatMap((clip, index) => {
    const aspect = clip && shapeOf(clip);
    if (!clip || !aspect) return [];
    const base = { ...common(wish, aspect, chance, index), mediaId: clip.id };
    return [
      { request: { ...base, action: 'upscale' as const }, title: clip.title, sourceId: clip.id },
    ];
  });
}

type Common = ReturnType<typeof common>;

function extendRequest(
  base: Common & { mediaId: string },
  draft: Draft,
  clip: Media,
): GenerationRequest {
  const { start, end } = rangeOf(draft, clip.frames ?? 0);
  return {
    ...base,
    action: 'extend',
    prompt: draft.extendPrompt.trim(),
    startFrameIndex: start,
    endFrameIndex: end,
  };
}

function referenceParts(wish: Wish, chance: Chance): Part[] {
  const { draft } = wish;
  const prompt = draft.referencesPrompt.trim();
  return takes(draft, (take) => ({
    request: {
      ...common(wish, draft.aspect, chance, take),
      action: 'references',
      prompt,
      mediaIds: draft.imageIds,
    },
    title: readableTitle(prompt),
    sourceId: draft.imageIds[0] ?? '',
  }));
}

const takes = (draft: Draft, make: (take: number) => Part): Part[] =>
  Array.from({ length: draft.takes }, (_, take) => make(take));

function common({ draft, place, learned }: Wish, aspect: Aspect, chance: Chance, take: number) {
  const tier = place.tier ?? 'free';
  const seed = draft.seed === undefined ? chance.randomSeed() : draft.seed + take;
  return {
    projectId: place.tab?.projectId ?? '',
    tier,
    aspect,
    modelKey: modelKey(draft.action, aspect, tier, learned),
    seed: seed % (SEED_MAX + 1),
    sceneId: chance.newId(),
  };
}
