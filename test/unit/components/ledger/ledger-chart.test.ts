import { describe, expect, it } from 'vitest';
import { barText, chartText } from '@/components/ledger/chart-text';
import { costOfEntry, possibleText, saidText } from '@/components/ledger/ledger-text';
import { scaleFor } from '@/components/ledger/scale';
import { type LedgerEntry, openEntry } from '@/lib/ledger/ledger';
import { NOTHING_SPENT, type Spending } from '@/lib/ledger/spending';
import { JOBS } from '../../../samples/jobs';

const spent = (own: Partial<Spending>): Spending => ({ ...NOTHING_SPENT, ...own });
const entry = (own: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...openEntry(JOBS.submitting, 1000, 1540),
  ...own,
});
const { price: _price, ...unpriced } = entry();

describe('the lines of a chart', () => {
  it.each([
    [0, undefined, [0, 1, 2, 3, 4]],
    [20, undefined, [0, 5, 10, 15, 20]],
    [320, undefined, [0, 100, 200, 300, 400]],
    [1380, undefined, [0, 500, 1000, 1500]],
    [320, 400, [0, 100, 200, 300, 400]],
    [500, 400, [0, 200, 400, 600]],
  ])('for %d credits and a limit of %s', (highest, limit, lines) => {
    expect(scaleFor(highest, limit).lines).toEqual(lines);
  });

  it('never end below what they are for', () => {
    for (let highest = 0; highest < 5000; highest += 7) {
      const { top, lines } = scaleFor(highest, undefined);
      expect(top).toBeGreaterThanOrEqual(highest);
      expect(lines.at(-1)).toBe(top);
      expect(lines.length).toBeLessThanOrEqual(5);
    }
  });

  it('leave a limit out that would press the bars flat', () => {
    expect(scaleFor(20, 1000)).toMatchObject({ top: 20, hasLimit: false });
    expect(scaleFor(20, 60)).toMatchObject({ top: 60, hasLimit: true });
  });
});

describe('money that nobody knows', () => {
  it('is never said to be 0', () => {
    expect(costOfEntry(entry())).toBe('up to 20');
    expect(costOfEntry(entry({ credits: 0 }))).toBe('up to 20');
    expect(costOfEntry(unpriced)).toBe('price unknown');
    expect(saidText(spent({ unpriced: 1 }))).toBe('1 price unknown');
    expect(saidText(spent({ price: 40, unpriced: 2 }))).toBe('40, 2 prices unknown');
    expect(possibleText(spent({ possible: 10, possibleUnpriced: 1 }))).toBe(
      'up to 10, 1 price unknown',
    );
    expect(possibleText(spent({ sure: 10 }))).toBeUndefined();
    expect(barText(spent({ possibleUnpriced: 1 }))).toBe('0 + ?');
  });

  it('stands beside what is known', () => {
    expect(barText(spent({ sure: 140 }))).toBe('140');
    expect(barText(spent({ sure: 140, possible: 10 }))).toBe('140–150');
    expect(costOfEntry(entry({ charged: 'yes', credits: 25 }))).toBe('25');
    expect(costOfEntry(entry({ charged: 'no', credits: 0 }))).toBe('0');
    expect(saidText(spent({ jobs: 1 }))).toBe('free');
  });
});

it('says in sentences what a chart shows', () => {
  const day = (date: number) => new Date(2026, 10, date).getTime();
  const days = [
    { at: day(18), spending: spent({ sure: 1320 }) },
    { at: day(19), spending: NOTHING_SPENT },
    { at: day(20), spending: spent({ sure: 140, possible: 10 }) },
  ];
  const words = chartText(days, day(20), 400);
  expect(words).toContain('1,320');
  expect(words).toContain('140, and up to 10 more may have been charged');
  expect(words).toContain('Your limit for one day: 400.');
  expect(chartText([], day(20), undefined)).toContain('Today: 0.');
});
