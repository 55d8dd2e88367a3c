import * as z from 'zod/mini';
import { MINUTE_MS } from '@/lib/base/time';
import type { Failure } from '@/lib/flow/failure';

export const HOLD_REASONS = ['verification', 'throttled', 'quota'] as const;

/** Why nothing is sent at the moment. Running jobs are still followed. Times are epoch ms. */
export const holdSchema = z.object({
  reason: z.enum(HOLD_REASONS),
  since: z.number(),
  /** Before this moment it cannot be lifted; `throttled` ends by itself then. */
  until: z.number(),
});

export type Hold = z.infer<typeof holdSchema>;

/** Refusals after fast submitting were reported to last more than 15 minutes. */
const VERIFICATION_MS = 15 * MINUTE_MS;
const THROTTLED_MS = MINUTE_MS;

/** The hold that a refusal asks for, if any: Google said stop, so the whole queue stops. */
export function holdFor(failure: Failure, now: number): Hold | undefined {
  switch (failure.kind) {
    case 'verification':
      return { reason: 'verification', since: now, until: now + VERIFICATION_MS };
    case 'throttled':
      return {
        reason: 'throttled',
        since: now,
        until: now + (failure.retryAfterMs ?? THROTTLED_MS),
      };
    case 'quota':
      return { reason: 'quota', since: now, until: now };
    default:
      return undefined;
  }
}

/** Whether a hold stops submits at that moment. Only `throttled` lifts itself. */
export const isHeld = (hold: Hold | undefined, now: number): boolean =>
  hold !== undefined && (hold.reason !== 'throttled' || now < hold.until);
