import type { Aspect } from '@/lib/flow/aspect';
import type { Media } from '@/lib/flow/media';
import { type LearnedModels, modelKey, modelPrice } from '@/lib/flow/models';
import type { Tier } from '@/lib/flow/tier';
import { type Draft, upscaleIds } from './draft';

/** How many jobs a draft would make: moves of a reshoot, takes of an extend or of references, clips of an upscale. */
export function jobCount(draft: Draft): number {
  if (draft.action === 'reshoot') return draft.moves.length;
  return draft.action === 'upscale' ? upscaleIds(draft).length : draft.takes;
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
    aspect && modelPrice(modelKey(draft.action, aspect, tier, learned), learned);
  if (draft.action === 'upscale')
    return sum(upscaleIds(draft).map((id) => each(media(id)?.aspect)));
  const clip = draft.clipId === undefined ? undefined : media(draft.clipId);
  const price = each(draft.action === 'references' ? draft.aspect : clip?.aspect);
  return price === undefined ? undefined : price * jobCount(draft);
}

/** Undefined for nothing at all, and where one of them is unknown. */
function sum(prices: readonly (number | undefined)[]): number | undefined {
  const known = prices.filter((price) => price !== undefined);
  if (known.length === 0 || known.length < prices.length) return undefined;
  return known.reduce((total, price) => total + price, 0);
}
