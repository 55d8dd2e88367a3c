import * as z from 'zod/mini';
import type { Action } from './action';
import type { Aspect } from './aspect';
import { isKnownTier, type KnownTier, type Tier } from './tier';

const credits = z.int().check(z.gte(0));
const priceTable = z.record(z.string(), credits);

/** What Flow's list says of each model, by key: its price in credits, its own estimate in seconds. */
export interface ModelList {
  readonly keys: readonly string[];
  readonly prices: Record<string, number>;
  /** Prices of one tier alone, by `tierPriceKey`. */
  readonly tierPrices: Record<string, number>;
  readonly seconds: Record<string, number>;
  /** Entries that could not be read. */
  readonly leftOut: number;
}

/** A model that the page asked for, and that Flow took: how model keys are learned. */
export interface ModelAsked {
  readonly action: Action;
  readonly aspect: Aspect;
  readonly key: string;
}

/** Where the price of a model for one tier is kept. */
export const tierPriceKey = (key: string, tier: KnownTier): string => `${key}/${tier}`;

/** What the page itself was seen using: model keys by `modelSlot`, prices in credits by key. */
export const learnedModelsSchema = z.object({
  keys: z.record(z.string(), z.string()),
  prices: priceTable,
  /** Prices of one tier alone, by `tierPriceKey`. */
  tierPrices: z.optional(priceTable),
  /** How long a generation takes by Flow's own estimate, in seconds by key. */
  seconds: z.optional(z.record(z.string(), z.number())),
  /** The list that the background itself has asked the page's own URL for. */
  listed: z.optional(
    z.object({ keys: z.array(z.string()), prices: priceTable, tierPrices: priceTable }),
  ),
});

export type LearnedModels = z.infer<typeof learnedModelsSchema>;

type Prices = Partial<Pick<LearnedModels, 'prices' | 'tierPrices'>>;

export const NOTHING_LEARNED: LearnedModels = { keys: {}, prices: {} };

/**
 * With what one of the page's calls has shown: model keys in their places, prices and estimates.
 */
export function withLearned(
  known: LearnedModels,
  { models, modelsAsked = [] }: { models?: ModelList; modelsAsked?: readonly ModelAsked[] },
  tier: Tier | undefined,
): LearnedModels {
  const slots =
    tier === undefined
      ? []
      : modelsAsked.map(({ action, aspect, key }) => [modelSlot(action, aspect, tier), key]);
  return {
    ...known,
    keys: withNew(known.keys, Object.fromEntries(slots)),
    prices: withNew(known.prices, models?.prices),
    tierPrices: withNew(known.tierPrices, models?.tierPrices),
    seconds: withNew(known.seconds, models?.seconds),
  };
}

/** With the list that the page's own URL has answered. */
export const withListed = (
  known: LearnedModels,
  { keys, prices, tierPrices }: Pick<ModelList, 'keys' | 'prices' | 'tierPrices'>,
): LearnedModels => ({
  ...known,
  listed: {
    keys: [...new Set([...(known.listed?.keys ?? []), ...keys])].slice(-LEARNED_AT_MOST),
    prices: withNew(known.listed?.prices, prices),
    tierPrices: withNew(known.listed?.tierPrices, tierPrices),
  },
});

/**
 * Whether the page was seen using a model that is not in our table, and that the page's own list has
 * not named, or named at another price than the page was seen reading since.
 */
export const isListWanted = (learned: LearnedModels): boolean =>
  Object.values(learned.keys).some((key) => {
    if (isOurs(key)) return false;
    const [told, shown] = [pricesOf(key, learned.listed), pricesOf(key, learned)];
    return !isListed(key, learned) || told === '' || (shown !== '' && shown !== told);
  });

const isListed = (key: string, { listed }: LearnedModels): boolean =>
  listed?.keys.includes(key) === true;

/** All prices of a model in a list, as one text. */
const pricesOf = (key: string, { prices, tierPrices }: Prices = {}): string =>
  Object.entries({ ...prices, ...tierPrices })
    .filter(([name]) => name.split('/')[0] === key)
    .sort()
    .join();

/** More entries than Flow has models and tiers; what was heard longest ago gives way. */
export const LEARNED_AT_MOST = 500;

function withNew<Value>(
  known: Readonly<Record<string, Value>> = {},
  seen: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  const kept = Object.entries(known).filter(([key]) => !Object.hasOwn(seen, key));
  return Object.fromEntries([...kept, ...Object.entries(seen)].slice(-LEARNED_AT_MOST));
}

export const modelSlot = (action: Action, aspect: Aspect, tier: Tier): string =>
  `${action}/${aspect}/${tier}`;

/**
 * The model key to ask for: the one the page was seen asking for in the same place, else the
 * table. A submit that the page was seen sending can be made up by any script of the page: its key
 * counts where the table has it, or the list that the background has asked for. Captured: extend
 * landscape Ultra, reshoot landscape Ultra, the upsampler, references Pro; the other entries follow
 * reports of 2026. A free account, or one of a tier not known here, asks for Pro's keys and Flow
 * decides.
 */
export function modelKey(
  action: Action,
  aspect: Aspect,
  tier: Tier,
  learned: LearnedModels = NOTHING_LEARNED,
): string {
  const seen = own(learned.keys, modelSlot(action, aspect, tier));
  const isReal = seen !== undefined && (isOurs(seen) || isListed(seen, learned));
  return isReal ? seen : tableKey(action, aspect, tier);
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

/** Whether the table knows the model: no script of a page can have made it up. */
export const isOurs = (key: string): boolean => Object.hasOwn(TABLE_PRICES, key);

/**
 * Credits for one generation with that model: what the page's own model list says, for that tier
 * where it makes a difference, else the table, else undefined, which is shown as "price unknown" and
 * never as 0. What a tier pays that is not known here is not known either.
 *
 * A list that the page was seen reading can be made up by any script of the page. For a model of the
 * table that is bounded by the table's price; for any other only the list counts that the background
 * has asked for.
 */
export function modelPrice(
  key: string,
  learned: LearnedModels = NOTHING_LEARNED,
  tier?: Tier,
): number | undefined {
  if (tier !== undefined && !isKnownTier(tier)) return undefined;
  const { prices = {}, tierPrices = {} }: Prices = isOurs(key) ? learned : (learned.listed ?? {});
  const ofTier = tier && own(tierPrices, tierPriceKey(key, tier));
  return ofTier ?? own(prices, key) ?? own(TABLE_PRICES, key);
}

/** Credits for one generation with that model as the page has shown them: to be said, never counted on. */
export const shownPrice = (
  key: string,
  { prices, tierPrices = {} }: LearnedModels,
  tier: KnownTier | undefined,
): number | undefined =>
  (tier && own(tierPrices, tierPriceKey(key, tier))) ?? own(prices, key) ?? own(TABLE_PRICES, key);

/**
 * What a generation of that kind is known to cost (credits), whatever the page has shown: its list
 * and its submits are seen in a world where a script of the page may have made them up. Undefined
 * for a tier that is not known here.
 */
export const usualPrice = (action: Action, aspect: Aspect, tier: Tier): number | undefined =>
  isKnownTier(tier) ? own(TABLE_PRICES, tableKey(action, aspect, tier)) : undefined;

/** Names come from Flow: one that every object has, such as `constructor`, is no entry. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
