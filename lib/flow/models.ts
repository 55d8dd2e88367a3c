import * as z from 'zod/mini';
import type { Action } from './action';
import type { Aspect } from './aspect';
import type { Tier } from './tier';

/** What the page itself was seen using: model keys by `modelSlot`, prices in credits by key. */
export const learnedModelsSchema = z.object({
  keys: z.record(z.string(), z.string()),
  prices: z.record(z.string(), z.number()),
  /** How long a generation takes by Flow's own estimate, in seconds by key. */
  seconds: z.optional(z.record(z.string(), z.number())),
});

export type LearnedModels = z.infer<typeof learnedModelsSchema>;

export const NOTHING_LEARNED: LearnedModels = { keys: {}, prices: {} };

export const modelSlot = (action: Action, aspect: Aspect, tier: Tier): string =>
  `${action}/${aspect}/${tier}`;

/**
 * The model key to ask for: the one the page was seen asking for in the same place, else the
 * table. Captured: extend landscape Ultra, reshoot landscape Ultra, the upsampler, references Pro;
 * the other entries follow reports of 2026. A free account asks for Pro's keys and Flow decides.
 */
export function modelKey(
  action: Action,
  aspect: Aspect,
  tier: Tier,
  learned: LearnedModels = NOTHING_LEARNED,
): string {
  return learned.keys[modelSlot(action, aspect, tier)] ?? tableKey(action, aspect, tier);
}

function tableKey(action: Action, aspect: Aspect, tier: Tier): string {
  const ultra = tier === 'ultra' ? '_ultra' : '';
  // The captured references model is landscape's; for portrait only the keys of 2026 are reported.
  const references = aspect === 'portrait' ? 'veo_3_1_r2v_fast_portrait' : 'veo_3_0_r2v_fast';
  const table = {
    extend: `veo_3_1_extend_fast_${aspect}${ultra}`,
    reshoot: `veo_3_0_reshoot_${aspect}`,
    upscale: 'veo_2_1080p_upsampler_8s',
    references: references + ultra,
  } satisfies Record<Action, string>;
  return table[action];
}

const TABLE_PRICES: Readonly<Record<string, number>> = {
  veo_3_1_extend_fast_landscape: 20,
  veo_3_1_extend_fast_portrait: 20,
  veo_3_1_extend_fast_landscape_ultra: 10,
  veo_3_1_extend_fast_portrait_ultra: 10,
  veo_3_0_reshoot_landscape: 20,
  veo_3_0_reshoot_portrait: 20,
  veo_2_1080p_upsampler_8s: 0,
  veo_3_0_r2v_fast: 20,
  veo_3_0_r2v_fast_ultra: 10,
  veo_3_1_r2v_fast_portrait: 20,
  veo_3_1_r2v_fast_portrait_ultra: 10,
};

/**
 * Credits for one generation with that model: what the page's own model list says, else the
 * table, else undefined, which is shown as "price unknown" and never as 0.
 */
export function modelPrice(
  key: string,
  learned: LearnedModels = NOTHING_LEARNED,
): number | undefined {
  return learned.prices[key] ?? TABLE_PRICES[key];
}
