import { describe, expect, it } from 'vitest';
import { batchNotification, HOLD_GRACE_MS, holdDueAt } from '@/lib/jobs/notification';
import { JOBS } from '../../samples/jobs';

const all = () => true;
const { waiting, running, done, failed, cancelled } = JOBS;
const unknown = { ...JOBS.unknown, changedAt: 2000 };

describe('what a batch is told of', () => {
  it.each([
    [[done], 'done'],
    [[done, failed], 'failed'],
    [[done, failed, unknown], 'needs'],
    [[done, cancelled], 'done'],
    [[cancelled], undefined],
    [[done, running], undefined],
    [[failed, waiting], undefined],
  ])('case %#', (batch, kind) => {
    expect(batchNotification(batch, 0, all)).toBe(kind);
  });

  it('is nothing that was told before', () => {
    expect(batchNotification([done, failed], 1999, all)).toBe('failed');
    expect(batchNotification([done, failed, unknown], 2000, all)).toBeUndefined();
  });

  it('is what the user still wants to hear', () => {
    expect(batchNotification([done, failed], 0, (kind) => kind === 'done')).toBe('done');
    expect(batchNotification([failed], 0, (kind) => kind === 'done')).toBeUndefined();
    expect(batchNotification([unknown], 0, () => false)).toBeUndefined();
  });
});

describe('a hold', () => {
  const hold = { since: 1000, until: 1000 };

  it('that needs the user is told at once, or once a page has had time to sign in', () => {
    expect(holdDueAt({ ...hold, reason: 'verification' })).toBe(1000);
    expect(holdDueAt({ ...hold, reason: 'no-credits' })).toBe(1000);
    expect(holdDueAt({ ...hold, reason: 'outage' })).toBe(1000);
    expect(holdDueAt({ ...hold, reason: 'refused' })).toBe(1000);
    expect(holdDueAt({ ...hold, reason: 'trouble' })).toBe(1000 + HOLD_GRACE_MS);
    expect(holdDueAt({ ...hold, reason: 'signed-out' })).toBe(1000 + HOLD_GRACE_MS);
  });

  it('that ends by itself or by the user’s own wish is not', () => {
    for (const reason of ['paused', 'throttled', 'offline'] as const)
      expect(holdDueAt({ ...hold, reason })).toBeUndefined();
    expect(holdDueAt(undefined)).toBeUndefined();
  });
});
