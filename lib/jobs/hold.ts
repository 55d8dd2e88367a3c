import * as z from 'zod/mini';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { Failure } from '@/lib/flow/failure';
import { isBareRefusal, isTrouble, type Streak } from './streak';

export const HOLD_REASONS = [
  'paused',
  'verification',
  'throttled',
  'quota',
  'trouble',
  'outage',
  'refused',
  'limit',
  'no-credits',
  'signed-out',
  'offline',
  'site-access',
  'moved',
  'flow-only',
] as const;

export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why nothing is sent at the moment. Running jobs are still followed. Times are epoch ms. */
export const holdSchema = z.object({
  reason: z.enum(HOLD_REASONS),
  since: z.number(),
  /** Before this moment it cannot be lifted by hand; one that ends in time ends by itself then. */
  until: z.number(),
});

export type Hold = z.infer<typeof holdSchema>;

/** Refusals after fast submitting were reported to last more than 15 minutes. */
const VERIFICATION_MS = 15 * MINUTE_MS;
const VERIFICATION_MOST_MS = 4 * HOUR_MS;
const THROTTLED_MS = MINUTE_MS;
const TROUBLE_MS = 2 * MINUTE_MS;
const OUTAGE_MS = 5 * MINUTE_MS;
const GROWN_MOST_MS = HOUR_MS;
/** A quota can be renewed or bought at any time: the user knows better than a header. */
const QUOTA_MOST_MS = HOUR_MS;

/** How a hold ends: by the user, when its time is over, or as soon as its cause is gone. */
const ENDS = {
  paused: 'by-person',
  verification: 'by-person',
  quota: 'by-person',
  /** Two submits in a row without an answer that proves anything; then one goes out as a trial. */
  trouble: 'in-time',
  /** The trial met the same. */
  outage: 'by-person',
  /** Two jobs in a row refused without a reason. */
  refused: 'by-person',
  limit: 'with-cause',
  throttled: 'in-time',
  'no-credits': 'with-cause',
  'signed-out': 'with-cause',
  offline: 'with-cause',
  /** The browser keeps us from Flow's sites. */
  'site-access': 'with-cause',
  moved: 'with-cause',
  /** The page's own submits carry a verification, which is neither made nor passed on here. */
  'flow-only': 'with-cause',
} as const satisfies Record<HoldReason, string>;

/** So many submits in a row that meet the same stop the queue. */
const IN_A_ROW = 2;

/** Twice as long each time, up to a bound. */
const grown = (first: number, times: number, most: number): number =>
  Math.min(most, first * 2 ** Math.max(0, times - 1));

/**
 * The hold that a failed submit asks for, if any: Google said stop, or nothing that goes out comes to
 * anything, so the whole queue stops. Each is longer than the one before it in the same row.
 *
 * @param streak with this failure counted
 */
export function holdFor(failure: Failure, streak: Streak, now: number): Hold | undefined {
  const { kind, charged, retryAfterMs: asked = 0 } = failure;
  const hold = (reason: HoldReason, waitMs: number): Hold => ({
    reason,
    since: now,
    until: now + waitMs,
  });
  if (kind === 'verification') {
    const wait = grown(VERIFICATION_MS, streak.verification, VERIFICATION_MOST_MS);
    return hold('verification', Math.max(wait, asked));
  }
  if (kind === 'quota') return hold('quota', Math.min(asked, QUOTA_MOST_MS));
  if (charged === 'unknown') {
    const trouble = isTrouble(failure) ? streak.trouble : 0;
    const wait = troubleMs(kind === 'throttled' ? Math.max(asked, THROTTLED_MS) : asked, trouble);
    return wait === 0 ? undefined : hold(trouble > IN_A_ROW ? 'outage' : 'trouble', wait);
  }
  if (kind === 'throttled') {
    const isFirst = streak.throttled <= 1;
    const own = grown(THROTTLED_MS, streak.throttled, GROWN_MOST_MS);
    return hold('throttled', isFirst && asked > 0 ? asked : Math.max(own, asked));
  }
  return isBareRefusal(failure) && streak.refused >= IN_A_ROW ? hold('refused', 0) : undefined;
}

/** How long Flow is left alone: as long as it asks, and longer from the second time in a row on. */
function troubleMs(asked: number, trouble: number): number {
  if (trouble < IN_A_ROW) return asked;
  const own =
    trouble === IN_A_ROW ? TROUBLE_MS : grown(OUTAGE_MS, trouble - IN_A_ROW, GROWN_MOST_MS);
  return Math.max(asked, own);
}

/** The hold of a user who presses Pause; one that Google asked for is not lifted any sooner by it. */
export const pausedHold = (now: number, before: Hold | undefined): Hold => ({
  reason: 'paused',
  since: now,
  until: isHeld(before, now) ? before.until : now,
});

/**
 * The hold after another one is asked for. One that the user lifts is not ended by one that ends
 * by itself, only made as long; and a pause gives way to a stop that the user lifts as well.
 */
export function heldOn(before: Hold | undefined, next: Hold): Hold {
  if (before === undefined || ENDS[before.reason] !== 'by-person') return next;
  if (ENDS[next.reason] === 'in-time')
    return { ...before, until: Math.max(before.until, next.until) };
  return before.reason === 'paused' || next.until >= before.until ? next : before;
}

/** Whether a hold stops submits whatever else is the case. Those that end with their cause do not. */
export function isHeld(hold: Hold | undefined, now: number): hold is Hold {
  if (hold === undefined) return false;
  const ends = ENDS[hold.reason];
  return ends === 'by-person' || (ends === 'in-time' && now < hold.until);
}

/**
 * The hold as it is by a clock that was put back since: it lasts as long again from now on. Else it
 * would begin in the future, and could neither end nor be lifted before that.
 */
export function asOf(hold: Hold | undefined, now: number): Hold | undefined {
  if (hold === undefined || hold.since <= now) return hold;
  return { ...hold, since: now, until: now + (hold.until - hold.since) };
}

/** ms until a hold ends by itself; undefined where it does not. */
export const endsIn = ({ reason, until }: Hold, now: number): number | undefined =>
  ENDS[reason] === 'in-time' ? Math.max(0, until - now) : undefined;

/** Whether its time has ended it. */
export const isOver = (hold: Hold, now: number): boolean => endsIn(hold, now) === 0;

/**
 * ms in whole seconds until its time is over, and never more than it lasts: a hold is shown at once,
 * and the clock of a page ticks after that.
 */
export const leftMs = ({ since, until }: Hold, now: number): number =>
  Math.max(0, Math.ceil((until - Math.max(now, since)) / SECOND_MS) * SECOND_MS);

/** Whether the user may lift it now. */
export const canLift = (hold: Hold, now: number): boolean =>
  ENDS[hold.reason] === 'by-person' && now >= hold.until;
