import { TIERS, type Tier, tierFromWire } from '@/lib/flow/tier';
import { wholeAt } from '../positions';

/** A tier by its number here; another number is a tier of its own, by that word. */
const tierOf = (number: number): Tier | undefined =>
  TIERS[number - 1] ?? tierFromWire(`TIER_${number}`);

/** Balance in credits and tier, `[balance, …, …, tier, …]`, each where the answer says it (reported). */
export function parseCredits(payload: unknown): { credits?: number; tier?: Tier } {
  const [credits, number = 0] = [wholeAt(payload, 0), wholeAt(payload, 3)];
  const tier = number === 0 ? undefined : tierOf(number);
  return {
    ...(credits !== undefined && { credits }),
    ...(tier !== undefined && { tier }),
  };
}
