import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, text } from '@/lib/base/lenient';
import { type Tier, tierFromWire } from '@/lib/flow/tier';

const creditsSchema = z.object({
  credits: lenient(z.number().check(z.gte(0))),
  userPaygateTier: lenient(text),
});

/** Balance in credits and tier, each where the reply says it. Undefined when it says nothing. */
export function parseCredits(body: string): { credits?: number; tier?: Tier } | undefined {
  const parsed = creditsSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { credits, userPaygateTier } = parsed.data;
  const tier = tierFromWire(userPaygateTier);
  if (credits === undefined && tier === undefined) return undefined;
  return { ...(credits !== undefined && { credits }), ...(tier !== undefined && { tier }) };
}
