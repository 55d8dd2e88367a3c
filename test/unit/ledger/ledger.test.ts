import { describe, expect, it } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import type { JobEvent } from '@/lib/jobs/transition';
import { NO_COST } from '@/lib/ledger/cost';
import {
  costSince,
  dayStart,
  type LedgerEntry,
  ledgerSchema,
  mayGiveBack,
  openEntry,
  settleEntry,
  spentSince,
} from '@/lib/ledger/ledger';
import { JOBS, OPERATION } from '../../samples/jobs';

const open = openEntry(JOBS.submitting, 1000, 1540);
const accepted: JobEvent = { type: 'accepted', operation: OPERATION, status: 'PENDING' };
const finished: JobEvent = { type: 'finished', result: { hasFile: false } };
const broke = (charged: 'no' | 'unknown'): JobEvent => ({
  type: 'broke',
  failure: { kind: 'generation', charged },
});
const refused = { type: 'refused', failure: { kind: 'invalid', charged: 'no' } } as const;

describe('a ledger entry', () => {
  it('starts unknown, with the price that was expected and the balance before', () => {
    expect(ledgerSchema.parse(open)).toEqual(open);
    expect(open).toMatchObject({
      id: `${JOBS.submitting.id}@1000`,
      price: 20,
      balanceBefore: 1540,
      charged: 'unknown',
    });
  });

  it.each([
    ['accepted, and the balance fell', accepted, 1520, { charged: 'yes', credits: 20 }],
    [
      'accepted, and the balance fell by another sum',
      accepted,
      1500,
      { charged: 'yes', credits: 40 },
    ],
    [
      'accepted, and the balance has not moved yet',
      accepted,
      1540,
      { charged: 'unknown', credits: 0 },
    ],
    ['accepted without a balance', accepted, undefined, { charged: 'unknown' }],
    ['finished without a balance', finished, undefined, { charged: 'yes', credits: 20 }],
    ['accepted, and the balance rose meanwhile', accepted, 1600, { charged: 'unknown' }],
    ['finished at once', finished, 1520, { charged: 'yes', credits: 20 }],
    ['refused', refused, undefined, { charged: 'no', credits: 0 }],
    ['put back in line', { type: 'postponed' } as const, undefined, { charged: 'no', credits: 0 }],
    [
      'lost',
      { type: 'lost', failure: { kind: 'network', charged: 'unknown' } } as const,
      undefined,
      { charged: 'unknown' },
    ],
    ['found by a worker that woke', { type: 'woke' } as const, undefined, { charged: 'unknown' }],
  ])('%s', (_, event, balance, wanted) => {
    expect(settleEntry(open, event, balance)).toMatchObject(wanted);
  });

  it('of a free job is not charged', () => {
    const free = { ...open, price: 0 };
    expect(settleEntry(free, accepted, 1540)).toMatchObject({ charged: 'no', credits: 0 });
  });

  it('of an unknown price stays unknown without a balance', () => {
    const { price: _price, ...unpriced } = open;
    expect(settleEntry(unpriced, accepted, undefined)).toMatchObject({ charged: 'unknown' });
  });

  it('of a failed generation is given back only where the balance shows it', () => {
    const taken = settleEntry(open, accepted, 1520);
    expect(settleEntry(taken, broke('unknown'), 1520)).toMatchObject({
      charged: 'yes',
      credits: 20,
    });
    expect(settleEntry(taken, broke('no'), 1540)).toMatchObject({ charged: 'no', credits: 0 });
    const unmoved = settleEntry(open, accepted, 1540);
    expect(settleEntry(unmoved, broke('unknown'), 1540)).toMatchObject({ charged: 'no' });
  });

  it.each([
    ['did not fall', 1540, { charged: 'unknown' }],
    ['fell by less than the price', 1530, { charged: 'unknown' }],
    ['fell by the price', 1520, { charged: 'yes', credits: 20 }],
    ['fell by more', 1500, { charged: 'yes', credits: 40 }],
  ])('beside a job that may give its price back, where the balance %s', (_, balance, wanted) => {
    const shared = openEntry(JOBS.submitting, 1000, 1540, true);
    const taken = settleEntry(shared, accepted, balance);
    expect(taken).toMatchObject(wanted);
    expect(ledgerSchema.parse(taken)).toEqual(taken);
    expect(settleEntry(taken, broke('unknown'), balance)).toMatchObject(wanted);
    expect(costSince([taken], 0)).not.toEqual(NO_COST);
  });

  it.each([
    ['runs', JOBS.running, true],
    ['was cancelled while it ran', { ...JOBS.cancelled, was: 'running' }, true],
    ['was forgotten', { ...JOBS.cancelled, was: 'unknown' }, true],
    ['failed, and nobody knows whether it was charged', JOBS.failed, true],
    ['failed and was not charged', { ...JOBS.failed, failure: refused.failure }, false],
    ['is done', JOBS.done, false],
    ['waits', JOBS.waiting, false],
    ['is free', { ...JOBS.running, price: 0 }, false],
  ] as [string, Job, boolean][])('may give back what a job cost that %s', (_, job, may) => {
    expect(mayGiveBack(job)).toBe(may);
  });

  it('is settled once: what comes later does not count again', () => {
    const taken = settleEntry(open, accepted, 1520);
    expect(settleEntry(taken, finished, 1300)).toBe(taken);
  });
});

describe('the spending of a day', () => {
  const entry = (own: Partial<LedgerEntry>): LedgerEntry => ({ ...open, at: 100, ...own });

  it('counts what went and what may have gone', () => {
    const entries = [
      entry({ charged: 'yes', credits: 20 }),
      entry({ charged: 'unknown' }),
      entry({ charged: 'no', credits: 0 }),
      entry({ charged: 'yes', credits: 50, at: 99 }),
    ];
    expect(spentSince(entries, 100)).toBe(40);
  });

  it('counts the price of a submit whose balance has not moved yet', () => {
    const taken = settleEntry(open, accepted, 1540);
    expect(taken).toMatchObject({ charged: 'unknown', credits: 0 });
    expect(spentSince([taken], 0)).toBe(20);
  });

  it('starts at midnight of the user’s own day', () => {
    const start = new Date(dayStart(new Date(2026, 10, 20, 15, 30).getTime()));
    expect([start.getDate(), start.getHours(), start.getMinutes()]).toEqual([20, 0, 0]);
  });
});
