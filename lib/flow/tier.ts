/** What the account pays for. Flow calls them NOT_PAID, ONE (Pro) and TWO (Ultra). */
export const TIERS = ['free', 'pro', 'ultra'] as const;

export type Tier = (typeof TIERS)[number];

const WIRE = {
  free: 'PAYGATE_TIER_NOT_PAID',
  pro: 'PAYGATE_TIER_ONE',
  ultra: 'PAYGATE_TIER_TWO',
} as const satisfies Record<Tier, string>;

export const tierToWire = (tier: Tier): string => WIRE[tier];

/** Undefined for a word not seen yet: a tier is never guessed. */
export const tierFromWire = (word: string | undefined): Tier | undefined =>
  TIERS.find((tier) => WIRE[tier] === word);
