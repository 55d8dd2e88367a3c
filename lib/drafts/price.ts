import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf } from '@/lib/flow/media';
import { type LearnedModels, modelKey, modelPrice, usualPrice } from '@/lib/flow/models';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Tier } from '@/lib/flow/tier';
import { type Draft, upscaleIds } from './draft';

/**
 * How many jobs a draft would make: moves of a reshoot, takes of an extend or of references, clips
 * of an upscale.
 */
export function jobCount(draft: Draft): number {
  if (draft.action === 'reshoot') return draft.moves.length;
  return draft.action === 'upscale' ? upscaleIds(draft).length : draft.takes;
}

type Model = Pick<GenerationRequest, 'action' | 'aspect' | 'tier' | 'modelKey'>;

/** What the page's list says that a request costs (credits), else the table. */
export const namedPrice = ({ modelKey, tier }: Model, learned: LearnedModels): number | undefined =>
  modelPrice(modelKey, learned, tier);

/**
 * What a request may cost (credits): what the page's list says, and never less than is known here.
 * Undefined where the price of its model is not known.
 */
export function priceToExpect(request: Model, learned: LearnedModels): number | undefined {
  const named = namedPrice(request, learned);
  const usual = usualPrice(request.action, request.aspect, request.tier) ?? 0;
  return named === undefined ? undefined : Math.max(named, usual);
}

/**
 * What a draft would cost in credits, summed over its jobs; undefined where the tier, the shape of
 * a clip or the price of a model leaves it unknown.
 *
 * @param media what is known of a clip, by media id
 */
export function draftPrice(
  draft: Draft,
  tier: Tier | undefined,
  media: (id: string) => Media | undefined,
  learned: LearnedModels,
): number | undefined {
  if (!tier) return undefined;
  const each = (aspect: Aspect | undefined) =>
    aspect && modelPrice(modelKey(draft.action, aspect, tier, learned), learned, tier);
  if (draft.action === 'upscale') return sum(upscaleIds(draft).map((id) => each(shape(media(id)))));
  const clip = draft.clipId === undefined ? undefined : media(draft.clipId);
  const price = each(draft.action === 'references' ? draft.aspect : shape(clip));
  return price === undefined ? undefined : price * jobCount(draft);
}

const shape = (clip: Media | undefined): Aspect | undefined => clip && shapeOf(clip);

/** Undefined for nothing at all, and where one of them is unknown. */
export function sum(prices: readonly (number | undefined)[]): number | undefined {
  const known = prices.filter((price) => price !== undefined);
  if (known.length === 0 || known.length < prices.length) return undefined;
  return known.reduce((total, price) => total + price, 0);
}
