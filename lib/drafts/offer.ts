import * as z from 'zod/mini';
import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf } from '@/lib/flow/media';
import { type LearnedModels, modelKey } from '@/lib/flow/models';
import type { Tier } from '@/lib/flow/tier';
import type { JobCore } from '@/lib/jobs/job';
import { type Draft, upscaleIds } from './draft';
import { draftPrice, namedPrice, sum } from './price';

/** What a press of the button says yes to. */
export const offerSchema = z.object({
  /** Credits for all its jobs; absent while a price is unknown. */
  sum: z.optional(z.number()),
  /** The models that they ask for, each once, in the order of their names. */
  models: z.array(z.string()),
});

export type Offer = z.infer<typeof offerSchema>;

/** What the button of a draft offers. */
export function draftOffer(
  draft: Draft,
  tier: Tier | undefined,
  media: (id: string) => Media | undefined,
  learned: LearnedModels,
): Offer {
  const aspects = draft.action === 'references' ? [draft.aspect] : clipsOf(draft).map(shapeAt);
  const models = aspects.flatMap((aspect) =>
    tier && aspect ? [modelKey(draft.action, aspect, tier, learned)] : [],
  );
  return offer(draftPrice(draft, tier, media, learned), models);

  function shapeAt(id: string): Aspect | undefined {
    const clip = media(id);
    return clip && shapeOf(clip);
  }
}

const clipsOf = (draft: Draft): readonly string[] => {
  if (draft.action === 'upscale') return upscaleIds(draft);
  return draft.clipId === undefined ? [] : [draft.clipId];
};

/**
 * What jobs as they were made would have on their button: what the page names. That it may be more is
 * asked about (`limits.ts`).
 */
export const jobsOffer = (
  jobs: readonly Pick<JobCore, 'request'>[],
  learned: LearnedModels,
): Offer =>
  offer(
    sum(jobs.map(({ request }) => namedPrice(request, learned))),
    jobs.map(({ request }) => request.modelKey),
  );

const offer = (credits: number | undefined, models: readonly string[]): Offer => ({
  ...(credits !== undefined && { sum: credits }),
  models: [...new Set(models)].sort(),
});

/** Whether two offers ask for the same. */
export const isSameOffer = (one: Offer, other: Offer): boolean =>
  one.sum === other.sum && one.models.join() === other.models.join();
