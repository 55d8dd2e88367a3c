import type { Media } from '@/lib/flow/media';
import { type LearnedModels, modelKey, modelPrice } from '@/lib/flow/models';
import type { Tier } from '@/lib/flow/tier';
import { type Draft, upscaleIds } from './draft';

/** How many jobs a draft would make: moves of a reshoot, takes of an extend or of references, clips of an upscale. */
export function jobCount(draft: Draft): number {
  if (draft.action === 'reshoot') return draft.moves.length;
  return draft.action === 'upscale' ? upscaleIds(draft).length : draft.takes;
}

/** What a draft would cost in credits; undefined where tier, shape or model leave it unknown. */
export function draftPrice(
  draft: Draft,
  tier: Tier | undefined,
  clip: Media | undefined,
  learned: LearnedModels,
): number | undefined {
  const aspect = draft.action === 'references' ? draft.aspect : clip?.aspect;
  if (!tier || !aspect) return undefined;
  const each = modelPrice(modelKey(draft.action, aspect, tier, learned), learned);
  return each === undefined ? undefined : each * jobCount(draft);
}
