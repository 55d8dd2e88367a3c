import * as z from 'zod/mini';
import { MINUTE_MS } from '@/lib/base/time';
import type { Failure } from '@/lib/flow/failure';

export const HOLD_REASONS = [
  'paused',
  'verification',
  'throttled',
  'quota',
  'limit',
  'no-credits',
  'signed-out',
  'offline',
  'moved',
] as const;

export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why nothing is sent at the moment. Running jobs are still followed. Times are epoch ms. */
export const holdSchema = z.object({
  reason: z.enum(HOLD_REASONS),
  since: z.number(),
  /** Before this moment it cannot be lifted by hand; `throttled` ends by itself then. */
  until: z.number(),
});

export type Hold = z.infer<typeof holdSchema>;

/** Refusals after fast submitting were reported to last more than 15 minutes. */
const VERIFICATION_MS = 15 * MINUTE_MS;
const THROTTLED_MS = MINUTE_MS;

/** How a hold ends: by the person, when its time is over, or as soon as its cause is gone. */
const ENDS = {
  paused: 'by-person',
  verification: 'by-person',
  quota: 'by-person',
  limit: 'with-cause',
  throttled: 'in-time',
  'no-credits': 'with-cause',
  'signed-out': 'with-cause',
  offline: 'with-cause',
  moved: 'with-cause',
} as const satisfies Record<HoldReason, string>;

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

/** The hold of a person who presses Pause; one that Google asked for is not lifted any sooner by it. */
export const pausedHold = (now: number, before: Hold | undefined): Hold => ({
  reason: 'paused',
  since: now,
  until: isHeld(before, now) ? before.until : now,
});

/** A refusal in the middle of a pause: the pause stays, for as long as Google asked at least. */
export const heldOn = (before: Hold | undefined, next: Hold | undefined): Hold | undefined =>
  before?.reason === 'paused' && next?.reason === 'throttled'
    ? { ...before, until: Math.max(before.until, next.until) }
    : next;

/** Whether a hold stops submits whatever else is the case. Those that end with their cause do not. */
export function isHeld(hold: Hold | undefined, now: number): hold is Hold {
  if (hold === undefined) return false;
  const ends = ENDS[hold.reason];
  return ends === 'by-person' || (ends === 'in-time' && now < hold.until);
}

/** Whether the person may lift it now. */
export const canLift = (hold: Hold, now: number): boolean =>
  ENDS[hold.reason] === 'by-person' && now >= hold.until;
