import * as z from 'zod/mini';
import { parseJson } from './json';
import { type Tier, tierFromWire } from './tier';

const creditsSchema = z.object({
  credits: z.number(),
  userPaygateTier: z.optional(z.string()),
});

/** Balance in credits and, where the word is known, the tier. Undefined for anything else. */
export function parseCredits(body: string): { credits: number; tier?: Tier } | undefined {
  const parsed = creditsSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const tier = tierFromWire(parsed.data.userPaygateTier);
  return { credits: parsed.data.credits, ...(tier && { tier }) };
}
