import * as z from 'zod/mini';
import { ACTIONS, type Action } from './action';
import { SUBMIT_ADDRESS } from './addresses';
import { type Aspect, aspectFromWire } from './aspect';
import { parseJson } from './json';
import { type Tier, tierFromWire } from './tier';

const contextSchema = z.object({
  clientContext: z.object({
    sessionId: z.optional(z.string().check(z.regex(/^;\d{10,16}$/))),
    projectId: z.optional(z.uuid()),
    userPaygateTier: z.optional(z.string()),
  }),
});

const askedSchema = z.object({
  requests: z.array(z.object({ videoModelKey: z.string(), aspectRatio: z.optional(z.string()) })),
});

/** What one of the page's own API requests says about its session. */
export interface ContextSeen {
  readonly sessionId?: string;
  readonly tier?: Tier;
}

/** Session id and tier in the body of any of the page's own API calls. */
export function parseContext(body: string): ContextSeen {
  const parsed = contextSchema.safeParse(parseJson(body));
  if (!parsed.success) return {};
  const { sessionId, userPaygateTier } = parsed.data.clientContext;
  const tier = tierFromWire(userPaygateTier);
  return { ...(sessionId !== undefined && { sessionId }), ...(tier && { tier }) };
}

/** Which model the page asked for, for which action and shape: how model keys are learned. */
export function parseModelAsked(
  url: string,
  body: string,
): { action: Action; aspect: Aspect; key: string } | undefined {
  const action = ACTIONS.find((name) => SUBMIT_ADDRESS[name] === url);
  const parsed = askedSchema.safeParse(parseJson(body));
  const first = parsed.success ? parsed.data.requests[0] : undefined;
  const aspect = aspectFromWire(first?.aspectRatio);
  return action && first && aspect && { action, aspect, key: first.videoModelKey };
}
