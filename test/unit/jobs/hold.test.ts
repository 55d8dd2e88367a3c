import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS, type Failure, type FailureKind } from '@/lib/flow/failure';
import {
  asOf,
  canLift,
  endsIn,
  HOLD_REASONS,
  type Hold,
  heldOn,
  holdFor,
  isHeld,
  isOver,
  leftMs,
  pausedHold,
} from '@/lib/jobs/hold';
import { NO_STREAK, type Streak } from '@/lib/jobs/streak';

const MINUTE = 60_000;

const STOPS: readonly FailureKind[] = ['verification', 'throttled', 'quota'];
const no = (kind: FailureKind, own: Partial<Failure> = {}): Failure => ({
  kind,
  charged: 'no',
  ...own,
});
const lost = (kind: FailureKind, own: Partial<Failure> = {}): Failure => ({
  kind,
  charged: 'unknown',
  ...own,
});
const times = (counts: Partial<Streak>): Streak => ({ ...NO_STREAK, ...counts });

describe('a hold', () => {
  it.each(FAILURE_KINDS.filter((kind) => !STOPS.includes(kind)))(
    'does not follow from one %s',
    (kind) => {
      expect(holdFor(no(kind), times({ refused: 1 }), 0)).toBeUndefined();
    },
  );

  it('for verification lasts 15 minutes at least and is not lifted by time', () => {
    const hold = holdFor(no('verification'), times({ verification: 1 }), 1000);
    expect(hold?.until).toBe(1000 + 15 * MINUTE);
    expect(isHeld(hold, 1000 + 60 * MINUTE)).toBe(true);
  });

  it.each([
    [1, 15],
    [2, 30],
    [3, 60],
    [9, 240],
  ])('for verification grows: time %i lasts %i minutes', (verification, minutes) => {
    expect(holdFor(no('verification'), times({ verification }), 0)?.until).toBe(minutes * MINUTE);
  });

  it('for throttling lasts as long as Flow asks, a minute where it does not say', () => {
    const first = times({ throttled: 1 });
    const asked = holdFor(no('throttled', { retryAfterMs: 7000 }), first, 1000);
    expect(asked?.until).toBe(8000);
    expect(isHeld(asked, 7999)).toBe(true);
    expect(isHeld(asked, 8000)).toBe(false);
    expect(holdFor(no('throttled'), first, 0)?.until).toBe(MINUTE);
    expect(holdFor(no('throttled', { retryAfterMs: 0 }), first, 0)?.until).toBe(MINUTE);
  });

  it('for throttling grows, whatever little Flow asks, up to an hour', () => {
    const wait = (throttled: number, retryAfterMs: number) =>
      holdFor(no('throttled', { retryAfterMs }), times({ throttled }), 0)?.until;
    expect(wait(2, 1000)).toBe(2 * MINUTE);
    expect(wait(3, 600_000)).toBe(10 * MINUTE);
    expect(wait(40, 1000)).toBe(60 * MINUTE);
  });

  it('for a used-up quota may be lifted at once, but only by the user', () => {
    const hold = holdFor(no('quota'), NO_STREAK, 1000);
    expect(hold?.until).toBe(1000);
    expect(isHeld(hold, 9_999_999)).toBe(true);
  });

  it('for a used-up quota is not lifted sooner than Flow says, but within the hour', () => {
    const until = (retryAfterMs: number) =>
      holdFor(no('quota', { retryAfterMs }), NO_STREAK, 0)?.until;
    expect(until(37_000)).toBe(37_000);
    expect(until(24 * 60 * MINUTE)).toBe(60 * MINUTE);
  });

  it.each([
    ['the first', 1, undefined, undefined, undefined],
    ['the first, where Flow asks to wait', 1, 10_000, 'trouble', 10_000],
    ['the second', 2, undefined, 'trouble', 2 * MINUTE],
    ['the second, where Flow asks for more', 2, 300_000, 'trouble', 5 * MINUTE],
    ['the trial after it', 3, undefined, 'outage', 5 * MINUTE],
    ['the next trial', 4, 1000, 'outage', 10 * MINUTE],
    ['one of many', 50, undefined, 'outage', 60 * MINUTE],
  ] as const)('for trouble after %s', (_, trouble, retryAfterMs, reason, until) => {
    const hold = holdFor(lost('server', { retryAfterMs }), times({ trouble }), 0);
    expect([hold?.reason, hold?.until]).toEqual([reason, until]);
  });

  it.each(['network', 'unreadable', 'interrupted', 'access'] as const)(
    'for trouble follows from %s of unknown outcome as well',
    (kind) => {
      expect(holdFor(lost(kind), times({ trouble: 2 }), 0)?.reason).toBe('trouble');
    },
  );

  it.each(['content', 'repeated'] as const)('for trouble does not follow from %s', (kind) => {
    expect(holdFor(lost(kind), times({ trouble: 5 }), 0)).toBeUndefined();
  });

  it.each(['verification', 'quota'] as const)(
    'for %s follows also where the outcome is unknown',
    (kind) => {
      expect(holdFor(lost(kind), times({ trouble: 1, [kind]: 1 }), 0)?.reason).toBe(kind);
    },
  );

  it('for refusals follows from the second without a reason, and the user lifts it', () => {
    const hold = holdFor(no('refused'), times({ refused: 2 }), 1000);
    expect(hold).toEqual({ reason: 'refused', since: 1000, until: 1000 });
    expect(hold && canLift(hold, 1000)).toBe(true);
    const named = no('refused', { reason: 'PUBLIC_ERROR_NEW' });
    expect(holdFor(named, times({ refused: 2 }), 0)).toBeUndefined();
    expect(holdFor(no('not-found'), times({ refused: 2 }), 0)).toBeUndefined();
  });

  it('that is not there holds nothing', () => {
    expect(isHeld(undefined, 0)).toBe(false);
  });

  it.each(HOLD_REASONS)('for %s stops the queue and is lifted as it should be', (reason) => {
    const hold = { reason, since: 1000, until: 5000 };
    const byPerson = ['paused', 'verification', 'quota', 'outage', 'refused'].includes(reason);
    const inTime = ['throttled', 'trouble'].includes(reason);
    expect(endsIn(hold, 4000)).toBe(inTime ? 1000 : undefined);
    expect([isOver(hold, 4999), isOver(hold, 5000)]).toEqual([false, inTime]);
    expect(isHeld(hold, 4000)).toBe(byPerson || inTime);
    expect(isHeld(hold, 6000)).toBe(byPerson);
    expect(canLift(hold, 4000)).toBe(false);
    expect(canLift(hold, 6000)).toBe(byPerson);
  });

  it.each(HOLD_REASONS)('for %s lasts as long again where the clock was put back', (reason) => {
    const hold = { reason, since: 100_000, until: 160_000 };
    expect(asOf(hold, 100_000)).toBe(hold);
    expect(asOf(hold, 5000)).toEqual({ reason, since: 5000, until: 65_000 });
    expect(asOf(undefined, 0)).toBeUndefined();
  });

  it('of the user waits as long as one that Google asked for', () => {
    const throttled = { reason: 'throttled' as const, since: 1000, until: 5000 };
    expect(pausedHold(2000, throttled)).toEqual({ reason: 'paused', since: 2000, until: 5000 });
    expect(pausedHold(6000, throttled)).toEqual({ reason: 'paused', since: 6000, until: 6000 });
    expect(pausedHold(2000, undefined)).toEqual({ reason: 'paused', since: 2000, until: 2000 });
  });

  it('of the user outlasts a throttling, but not a verification', () => {
    const paused = pausedHold(1000, undefined);
    const throttled = { reason: 'throttled' as const, since: 2000, until: 5000 };
    const verification = { reason: 'verification' as const, since: 2000, until: 9000 };
    expect(heldOn(paused, throttled)).toEqual({ ...paused, until: 5000 });
    expect(heldOn(paused, verification)).toBe(verification);
    expect(heldOn(undefined, throttled)).toBe(throttled);
    expect(heldOn({ ...throttled, reason: 'trouble' }, throttled)).toBe(throttled);
  });

  it('that the user lifts is not shortened by another one', () => {
    const verification = { reason: 'verification' as const, since: 1000, until: 9000 };
    const trouble = { reason: 'trouble' as const, since: 2000, until: 9500 };
    const outage = { reason: 'outage' as const, since: 2000, until: 3000 };
    expect(heldOn(verification, trouble)).toEqual({ ...verification, until: 9500 });
    expect(heldOn(verification, outage)).toBe(verification);
    expect(heldOn(outage, verification)).toBe(verification);
  });
});

describe('the time that is left of a hold', () => {
  const twoMinutes: Hold = { reason: 'trouble', since: 10_000, until: 130_000 };

  it.each([
    ['shown before the clock of the page has ticked', 9200, 120_000],
    ['just begun', 10_000, 120_000],
    ['in whole seconds', 10_001, 120_000],
    ['a second on', 11_000, 119_000],
    ['in its last moment', 129_999, 1000],
    ['over', 130_000, 0],
    ['long over', 999_999, 0],
  ])('%s', (_, now, left) => {
    expect(leftMs(twoMinutes, now)).toBe(left);
  });

  it('is none where it lasts until its cause is gone', () => {
    expect(leftMs({ reason: 'paused', since: 10_000, until: 10_000 }, 9200)).toBe(0);
  });
});
