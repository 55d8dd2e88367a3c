import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargedText } from '@/components/compare/TakeDetails';
import { costOfEntry } from '@/components/ledger/ledger-text';
import { batchText } from '@/lib/background/notification-text';
import { type Cost, costOf, mostOf, NO_COST } from '@/lib/ledger/cost';
import { type LedgerEntry, openEntry, spentSince } from '@/lib/ledger/ledger';
import { spendingOf } from '@/lib/ledger/spending';
import { costText } from '@/lib/text/cost-text';
import { JOBS } from '../../samples/jobs';

const { price: _, ...unpriced } = openEntry(JOBS.submitting, 1000, 1540);

const sums = fc.nat({ max: 5000 });
const anyEntry = fc
  .record(
    { charged: fc.constantFrom('yes', 'no', 'unknown'), credits: sums, price: sums },
    { requiredKeys: ['charged'] },
  )
  .map((own): LedgerEntry => ({ ...unpriced, ...own }));

const sumIn = (words: string): number => Number(words.replaceAll(',', '').match(/\d+/)?.[0]);

/** Reads words back: which sum they name, and whether as sure, as possible, or as not known. */
function costIn(words: string, possible: RegExp, unknown: RegExp, free: RegExp): Cost {
  if (free.test(words)) return NO_COST;
  if (unknown.test(words)) return { ...NO_COST, possibleUnpriced: 1 };
  return possible.test(words)
    ? { ...NO_COST, possible: sumIn(words) }
    : { ...NO_COST, sure: sumIn(words) };
}

const noticeOf = (entry: LedgerEntry): string =>
  /Charge: (.*)\.$/.exec(batchText([JOBS.done], [entry]).message)?.[1] ?? '';

describe('what a submit cost', () => {
  it('is the same in the day’s limit, the ledger, the list, the comparison and a notification', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const cost = costOf(entry);
        expect(spentSince([entry], 0)).toBe(mostOf(cost));
        expect(spendingOf([entry])).toMatchObject(cost);
        expect(costIn(costOfEntry(entry), /^up to/, /unknown/, /^(0|free)$/)).toEqual(cost);
        expect(costIn(costText(entry.price, entry) ?? '', /^about/, /unknown/, /^free/)).toEqual(
          cost,
        );
        expect(
          costIn(
            chargedText(entry),
            /^may have/,
            /^may have been charged$/,
            /^(free|not charged)$/,
          ),
        ).toEqual(cost);
        expect(costIn(noticeOf(entry), /not sure yet/, /^not known/, /^none$/)).toEqual(cost);
      }),
      { examples: [[{ ...unpriced, charged: 'unknown', credits: 0, price: 20 }]], numRuns: 500 },
    );
  });

  it('is told of a batch with what is sure, what may have gone and what has no price', () => {
    const entries: LedgerEntry[] = [
      { ...unpriced, charged: 'yes', credits: 20 },
      { ...unpriced, charged: 'unknown', credits: 0, price: 1000 },
      { ...unpriced, charged: 'no', price: 40 },
      { ...unpriced, charged: 'unknown' },
    ];
    expect(batchText([JOBS.done], entries).message).toBe(
      '1 done. Charge: 20 credits, 1,000 credits not sure yet, 1 price unknown.',
    );
    expect(batchText([JOBS.done], []).message).toBe('1 done. Charge: none.');
  });
});
