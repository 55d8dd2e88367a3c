import * as z from 'zod/mini';

/** What the account pays for. Flow calls them NOT_PAID, ONE (Pro) and TWO (Ultra). */
export const TIERS = ['free', 'pro', 'ultra'] as const;

export type KnownTier = (typeof TIERS)[number];

/** Another word of Flow for a tier, as it came: `PAYGATE_TIER_ZERO` and others are reported. */
export type OtherTier = Uppercase<string>;

/** The account's tier. A request carries the very one that the account has, known here or not. */
export type Tier = KnownTier | OtherTier;

const WIRE = {
  free: 'PAYGATE_TIER_NOT_PAID',
  pro: 'PAYGATE_TIER_ONE',
  ultra: 'PAYGATE_TIER_TWO',
} as const satisfies Record<KnownTier, string>;

const isOther = (word: unknown): word is OtherTier =>
  typeof word === 'string' && /^[A-Z][A-Z0-9_]{1,99}$/.test(word);

/** A tier as it is stored: a known one by its short name, another one by Flow's word. */
export const tierSchema = z.union([z.enum(TIERS), z.custom<OtherTier>(isOther)]);

export const isKnownTier = (tier: Tier): tier is KnownTier => TIERS.some((known) => known === tier);

export const tierToWire = (tier: Tier): string => (isKnownTier(tier) ? WIRE[tier] : tier);

/** Undefined only where there is no word, or none of Flow's form: a tier is never guessed. */
export function tierFromWire(word: string | undefined): Tier | undefined {
  const known = TIERS.find((tier) => WIRE[tier] === word);
  return known ?? (isOther(word) ? word : undefined);
}
