import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '@/lib/flow/failure';
import { canLift, HOLD_REASONS, heldOn, holdFor, isHeld, pausedHold } from '@/lib/job/hold';

const MINUTE = 60_000;

describe('a hold', () => {
  it.each(FAILURE_KINDS.filter((kind) => !['verification', 'throttled', 'quota'].includes(kind)))(
    'does not follow from %s',
    (kind) => {
      expect(holdFor({ kind, charged: 'no' }, 0)).toBeUndefined();
    },
  );

  it('for verification lasts 15 minutes at least and is not lifted by time', () => {
    const hold = holdFor({ kind: 'verification', charged: 'no' }, 1000);
    expect(hold?.until).toBe(1000 + 15 * MINUTE);
    expect(isHeld(hold, 1000 + 60 * MINUTE)).toBe(true);
  });

  it('for throttling lasts as long as Flow asks, a minute where it does not say', () => {
    const asked = holdFor({ kind: 'throttled', charged: 'no', retryAfterMs: 7000 }, 1000);
    expect(asked?.until).toBe(8000);
    expect(isHeld(asked, 7999)).toBe(true);
    expect(isHeld(asked, 8000)).toBe(false);
    expect(holdFor({ kind: 'throttled', charged: 'no' }, 0)?.until).toBe(MINUTE);
  });

  it('for a used-up quota may be lifted at once, but only by the person', () => {
    const hold = holdFor({ kind: 'quota', charged: 'no' }, 1000);
    expect(hold?.until).toBe(1000);
    expect(isHeld(hold, 9_999_999)).toBe(true);
  });

  it('that is not there holds nothing', () => {
    expect(isHeld(undefined, 0)).toBe(false);
  });

  it.each(HOLD_REASONS)('for %s stops the queue and is lifted as it should be', (reason) => {
    const hold = { reason, since: 1000, until: 5000 };
    const byPerson = ['paused', 'verification', 'quota'].includes(reason);
    expect(isHeld(hold, 4000)).toBe(byPerson || reason === 'throttled');
    expect(isHeld(hold, 6000)).toBe(byPerson);
    expect(canLift(hold, 4000)).toBe(false);
    expect(canLift(hold, 6000)).toBe(byPerson);
  });

  it('of the person waits as long as one that Google asked for', () => {
    const throttled = { reason: 'throttled' as const, since: 1000, until: 5000 };
    expect(pausedHold(2000, throttled)).toEqual({ reason: 'paused', since: 2000, until: 5000 });
    expect(pausedHold(6000, throttled)).toEqual({ reason: 'paused', since: 6000, until: 6000 });
    expect(pausedHold(2000, undefined)).toEqual({ reason: 'paused', since: 2000, until: 2000 });
  });

  it('of the person outlasts a throttling, but not a verification', () => {
    const paused = pausedHold(1000, undefined);
    const throttled = { reason: 'throttled' as const, since: 2000, until: 5000 };
    const verification = { reason: 'verification' as const, since: 2000, until: 9000 };
    expect(heldOn(paused, throttled)).toEqual({ ...paused, until: 5000 });
    expect(heldOn(paused, verification)).toBe(verification);
    expect(heldOn(undefined, throttled)).toBe(throttled);
  });
});
