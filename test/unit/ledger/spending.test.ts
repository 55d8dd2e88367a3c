import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS } from '@/lib/flow/action';
import type { Job } from '@/lib/jobs/job';
import { costOfAll } from '@/lib/ledger/cost';
import { dayStart, type LedgerEntry, openEntry } from '@/lib/ledger/ledger';
import {
  clipKey,
  daysBefore,
  daysFrom,
  failedFree,
  lastSubmits,
  mostFirst,
  NOTHING_SPENT,
  pageSpendingOf,
  type Spending,
  spendingBy,
  spendingOf,
} from '@/lib/ledger/spending';
import { JOBS, uuid } from '../../samples/jobs';

const open = openEntry(JOBS.submitting, 1000, 1540);
const entry = (own: Partial<LedgerEntry> = {}): LedgerEntry => ({ ...open, ...own });
const { price: _price, ...unpriced } = open;

const anyEntry = fc
  .record(
    {
      job: fc.integer({ min: 1, max: 12 }),
      at: fc.integer({ min: 0, max: 400 * 86_400_000 }),
      action: fc.constantFrom(...ACTIONS),
      title: fc.constantFrom('Witch lands', 'Dusk street', ''),
      price: fc.integer({ min: 0, max: 100 }),
      charged: fc.constantFrom('yes', 'no', 'unknown'),
      credits: fc.integer({ min: 0, max: 100 }),
    },
    { requiredKeys: ['job', 'at', 'action', 'title', 'charged'] },
  )
  .map(
    ({ job, ...own }): LedgerEntry => ({
      ...unpriced,
      ...own,
      id: `${uuid(job)}@${own.at}`,
      jobId: uuid(job),
    }),
  );
const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 60 });

const NAMES = ['jobs', 'price', 'unpriced', 'sure', 'possible', 'possibleUnpriced'] as const;
const sumOf = (groups: readonly Spending[]) =>
  Object.fromEntries(
    NAMES.map((name) => [name, groups.reduce((sum, group) => sum + group[name], 0)]),
  );

describe('spending', () => {
  it('comes to the same totals whatever it is divided by, and counts nothing twice', () => {
    const divisions: ((each: LedgerEntry) => unknown)[] = [
      ({ at }) => dayStart(at),
      ({ action }) => action,
      (each) => clipKey(each, new Map([[uuid(1), JOBS.done]])),
      ({ id }) => id,
      ({ charged }) => charged,
    ];
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const total = spendingOf(entries);
        for (const keyOf of divisions)
          expect(sumOf([...spendingBy(entries, keyOf).values()])).toEqual(total);
      }),
    );
  });

  it('is the sum of what its submits cost, with each job once', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const total = spendingOf(entries);
        expect(total).toMatchObject(costOfAll(entries));
        expect(total.jobs).toBe(new Set(entries.map(({ jobId }) => jobId)).size);
      }),
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(spendingOf(entries.toReversed())).toEqual(spendingOf(entries));
      }),
    );
  });

  it('counts a job that was sent again once, with the price of its last submit', () => {
    const entries = [
      entry({ id: 'second', at: 2000, price: 10, charged: 'yes', credits: 10 }),
      entry({ id: 'first', charged: 'no', credits: 0 }),
    ];
    expect(spendingOf(entries)).toEqual({ ...NOTHING_SPENT, jobs: 1, price: 10, sure: 10 });
    expect(lastSubmits(entries).get(open.jobId)?.id).toBe('second');
  });

  it('never adds an unknown price as 0 without saying so', () => {
    expect(spendingOf([unpriced])).toEqual({
      ...NOTHING_SPENT,
      jobs: 1,
      unpriced: 1,
      possibleUnpriced: 1,
    });
  });

  it('of nothing is nothing', () => {
    expect(spendingOf([])).toEqual(NOTHING_SPENT);
  });

  it('is put with the most first, credits that may have gone among them', () => {
    const spent = (own: Partial<Spending>): Spending => ({ ...NOTHING_SPENT, ...own });
    const rows = [
      spent({ jobs: 1 }),
      spent({ sure: 10 }),
      spent({ possibleUnpriced: 1 }),
      spent({ possible: 20 }),
      spent({ jobs: 2 }),
    ];
    expect(rows.toSorted(mostFirst)).toEqual([rows[3], rows[1], rows[2], rows[4], rows[0]]);
  });
});

describe('jobs that failed and were not charged', () => {
  const jobs = new Map<string, Job>([
    [uuid(1), JOBS.failed],
    [uuid(2), JOBS.done],
    [uuid(4), JOBS.failed],
  ]);
  it('are counted by their last submit', () => {
    const entries = [
      entry({ jobId: uuid(1), charged: 'no' }),
      entry({ jobId: uuid(1), id: 'again', at: 2000, charged: 'no' }),
      entry({ jobId: uuid(2), charged: 'no' }),
      entry({ jobId: uuid(3), charged: 'no' }),
      entry({ jobId: uuid(4), charged: 'unknown' }),
    ];
    expect(failedFree(entries, jobs)).toBe(1);
  });
});

it('spending knows a clip by its id, and by its title where the job is gone', () => {
  const jobs = new Map([[open.jobId, JOBS.done]]);
  expect(clipKey(open, jobs)).toBe(`id:${JOBS.done.sourceId}`);
  expect(clipKey(open, new Map())).toBe('title:Witch lands');
});

describe('the user’s own days', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone ?? '';
    if (zone === undefined) delete process.env.TZ;
  });
  const HOURS = 3_600_000;

  it.each([
    ['Europe/Berlin', 2026, 2, 29, 23],
    ['Europe/Berlin', 2026, 9, 25, 25],
    ['Europe/Berlin', 2026, 10, 20, 24],
    // The day starts at one o'clock, for there is no midnight.
    ['America/Santiago', 2026, 8, 6, 23],
    // One o'clock becomes midnight once more.
    ['America/Havana', 2026, 10, 1, 25],
  ])('in %s, %d-%d-%d has %d hours', (place, year, month, date, hours) => {
    process.env.TZ = place;
    const start = dayStart(new Date(year, month, date, 12).getTime());
    const next = daysBefore(start, -1);
    expect((next - start) / HOURS).toBe(hours);
    expect(dayStart(next - 1)).toBe(start);
    expect(dayStart(next)).toBe(next);
    expect(daysBefore(next, 1)).toBe(start);
  });

  it.each(['Europe/Berlin', 'America/Santiago', 'America/Havana', 'Asia/Shanghai'])(
    'of a whole year in %s are 365, each once',
    (place) => {
      process.env.TZ = place;
      const first = dayStart(new Date(2026, 0, 1, 12).getTime());
      const days = daysFrom(first, daysBefore(first, -364));
      expect(days).toHaveLength(365);
      expect(new Set(days.map((day) => new Date(day).toDateString())).size).toBe(365);
      expect(days.every((day) => dayStart(day) === day)).toBe(true);
    },
  );

  it('put a submit before midnight and one after into two days', () => {
    process.env.TZ = 'Asia/Shanghai';
    const midnight = new Date(2026, 10, 20).getTime();
    const groups = spendingBy(
      [
        entry({ jobId: uuid(1), at: midnight - 1, charged: 'yes', credits: 10 }),
        entry({ jobId: uuid(2), at: midnight, charged: 'yes', credits: 20 }),
      ],
      ({ at }) => dayStart(at),
    );
    expect([...groups].map(([day, { sure }]) => [new Date(day).getDate(), sure])).toEqual([
      [19, 10],
      [20, 20],
    ]);
  });
});

it('what the page has started comes to what Flow’s lists name, without what failed', () => {
  const core = {
    ...{ id: 'op', batchId: 'op', createdAt: 1, account: 'ada', projectId: uuid(1) },
    ...{ action: 'text' as const, title: '', sourceIds: [], endedAt: 2 },
  };
  const failure = { kind: 'generation' as const, charged: 'unknown' as const };
  expect(
    pageSpendingOf([
      { ...core, price: 10, state: 'done' },
      { ...core, price: 20, state: 'running', status: 'x', heardAt: 1 },
      { ...core, state: 'done' },
      { ...core, price: 40, state: 'failed', failure },
    ]),
  ).toEqual({ jobs: 3, price: 30, unpriced: 1 });
});
