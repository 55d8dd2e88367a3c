import { readEntries } from '@/lib/base/lenient';
import { type ModelList, tierPriceKey } from '@/lib/flow/models';
import { type KnownTier, TIERS } from '@/lib/flow/tier';
import { at, listAt, textAt, wholeAt } from '../positions';
import { modelIn } from '../recipe';

/** What a model of the list costs and takes. */
interface Usage {
  readonly key: string;
  /** Credits, by tier; none for a tier that it is not offered to. */
  readonly prices: readonly (readonly [KnownTier, number])[];
  /** Flow's own estimate of how long a generation takes. */
  readonly seconds?: number;
}

/**
 * Reads the list of video models (reported): families at [0][4], each `[name, usages, …]`; those at [0][3]
 * are deprecated and left out. Each price is for itself: a whole number of credits, or left out.
 *
 * @returns undefined where there is no list of models
 */
export function parseModels(payload: unknown): ModelList | undefined {
  if (!Array.isArray(at(payload, 0, 4))) return undefined;
  const deprecated = new Set(listAt(payload, 0, 3).map((entry) => at(entry, 0)));
  const families = readEntries(at(payload, 0, 4), (family) => {
    const list = at(family, 1);
    return Array.isArray(list) ? readEntries(list, readUsage) : undefined;
  });
  const all = families.entries.flatMap(({ entries }) => entries);
  const usages = all.filter(({ key }) => !deprecated.has(key));
  return {
    keys: [...new Set(usages.map(({ key }) => key))],
    prices: {},
    tierPrices: Object.fromEntries(
      usages.flatMap(({ key, prices }) =>
        prices.map(([tier, credits]) => [tierPriceKey(key, tier), credits]),
      ),
    ),
    seconds: Object.fromEntries(
      usages.flatMap(({ key, seconds }) => (seconds === undefined ? [] : [[key, seconds]])),
    ),
    leftOut: families.entries.reduce((sum, { leftOut }) => sum + leftOut, families.leftOut),
  };
}

/** `[key, …, …, …, prices, …, seconds at 14]` */
function readUsage(usage: unknown): Usage | undefined {
  const [key, seconds] = [modelIn(textAt(usage, 0)), wholeAt(usage, 14)];
  if (key === undefined) return undefined;
  return {
    key,
    prices: listAt(usage, 4).flatMap((price) => readPrice(price)),
    ...(seconds !== undefined && seconds > 0 && { seconds }),
  };
}

/** `[tier, [[null, credits]]]`; `[tier, [null, []]]` where it is not offered. Two sums are none. */
function readPrice(price: unknown): (readonly [KnownTier, number])[] {
  const tier = TIERS[(wholeAt(price, 0) ?? 0) - 1];
  const credits = listAt(price, 1).length === 1 ? wholeAt(price, 1, 0, 1) : undefined;
  return tier === undefined || credits === undefined ? [] : [[tier, credits]];
}
