import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '@/lib/flow/failure';
import { holdFor } from '@/lib/jobs/hold';
import { decide } from '@/lib/jobs/retry';
import { NO_STREAK } from '@/lib/jobs/streak';
import { failureOf } from '@/lib/labs/replies/error';

describe('the decision after a failed submit', () => {
  it.each([
    [400, 'fail'],
    [401, 'renew'],
    [403, 'fail'],
    [404, 'fail'],
    [429, 'hold'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
  ])('HTTP %i: %s', (status, decision) => {
    expect(decide(failureOf(status, '', null, 0))).toBe(decision);
  });

  it('sends again only where nothing was started', () => {
    for (let status = 400; status < 600; status++) {
      const failure = failureOf(status, '', null, 0);
      const repeats = ['renew', 'hold'].includes(decide(failure));
      if (repeats) expect(failure.charged).toBe('no');
      if (failure.charged === 'unknown') expect(decide(failure)).toBe('unknown');
    }
  });

  it.each(FAILURE_KINDS)('%s of unknown outcome is never sent again by itself', (kind) => {
    expect(decide({ kind, charged: 'unknown' })).toBe('unknown');
  });

  it.each(FAILURE_KINDS)('%s puts a job back in line only together with a hold', (kind) => {
    const failure = { kind, charged: 'no' } as const;
    expect(holdFor(failure, NO_STREAK, 0) !== undefined).toBe(decide(failure) === 'hold');
  });
});
