import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Charge,
  costOf,
  costOfAll,
  isFree,
  isOpen,
  mostOf,
  NO_COST,
  plusCost,
} from '@/lib/ledger/cost';

/** Charged, credits, price; what it comes to: sure, possible, possible without a price. */
type Row = readonly [
  charged: Charge['charged'],
  credits: number | undefined,
  price: number | undefined,
  cost: readonly [sure: number, possible: number, unpriced: number],
];

const TABLE: readonly Row[] = [
  // A refusal, or a balance that came back: nothing, whatever else is written there.
  ['no', undefined, undefined, [0, 0, 0]],
  ['no', undefined, 0, [0, 0, 0]],
  ['no', undefined, 20, [0, 0, 0]],
  ['no', 0, undefined, [0, 0, 0]],
  ['no', 0, 0, [0, 0, 0]],
  ['no', 0, 20, [0, 0, 0]],
  ['no', 25, undefined, [0, 0, 0]],
  ['no', 25, 0, [0, 0, 0]],
  ['no', 25, 20, [0, 0, 0]],
  // A balance has shown what went, whatever was expected.
  ['yes', 25, undefined, [25, 0, 0]],
  ['yes', 25, 0, [25, 0, 0]],
  ['yes', 25, 20, [25, 0, 0]],
  ['yes', 0, undefined, [0, 0, 0]],
  ['yes', 0, 0, [0, 0, 0]],
  ['yes', 0, 20, [0, 0, 0]],
  // Charged, and nobody saw how much: the price is only what was expected.
  ['yes', undefined, undefined, [0, 0, 1]],
  ['yes', undefined, 0, [0, 0, 1]],
  ['yes', undefined, 20, [0, 20, 0]],
  // Nobody knows yet. A balance that has not moved proves nothing.
  ['unknown', undefined, undefined, [0, 0, 1]],
  ['unknown', undefined, 0, [0, 0, 0]],
  ['unknown', undefined, 20, [0, 20, 0]],
  ['unknown', 0, undefined, [0, 0, 1]],
  ['unknown', 0, 0, [0, 0, 0]],
  ['unknown', 0, 20, [0, 20, 0]],
  // The most of what may have gone, so that no limit is passed by it.
  ['unknown', 25, undefined, [0, 25, 0]],
  ['unknown', 25, 0, [0, 25, 0]],
  ['unknown', 25, 20, [0, 25, 0]],
];

const anyCharge = fc.record(
  {
    charged: fc.constantFrom('yes', 'no', 'unknown'),
    credits: fc.nat({ max: 500 }),
    price: fc.nat({ max: 500 }),
  },
  { requiredKeys: ['charged'] },
);

describe('the cost of a submit', () => {
  it.each(TABLE)('charged %s, credits %s, price %s is %j', (charged, credits, price, cost) => {
    const [sure, possible, possibleUnpriced] = cost;
    expect(costOf({ charged, credits, price })).toEqual({ sure, possible, possibleUnpriced });
  });

  it('has every combination in the table', () => {
    const rows = new Set(
      TABLE.map(([charged, credits, price]) => `${charged} ${credits} ${price}`),
    );
    expect(rows.size).toBe(3 * 3 * 3);
    expect(TABLE).toHaveLength(rows.size);
  });

  it('is sure, possible or without a price, and never two of them', () => {
    fc.assert(
      fc.property(anyCharge, (charge) => {
        const { sure, possible, possibleUnpriced } = costOf(charge);
        expect([sure, possible, possibleUnpriced].filter((part) => part > 0).length).toBeLessThan(
          2,
        );
        expect(Math.min(sure, possible, possibleUnpriced)).toBe(0);
      }),
    );
  });

  it('of several is the sum of each, in any order and however they are divided', () => {
    fc.assert(
      fc.property(fc.array(anyCharge), fc.nat(), (charges, at) => {
        const cut = charges.length === 0 ? 0 : at % charges.length;
        const [first, second] = [charges.slice(0, cut), charges.slice(cut)];
        const whole = costOfAll(charges);
        expect(costOfAll(charges.toReversed())).toEqual(whole);
        expect(plusCost(costOfAll(first), costOfAll(second))).toEqual(whole);
      }),
    );
    expect(costOfAll([])).toEqual(NO_COST);
  });

  it('is free only where nothing went and nothing may have', () => {
    expect(isFree(NO_COST)).toBe(true);
    expect(isFree({ ...NO_COST, sure: 1 })).toBe(false);
    expect(isFree({ ...NO_COST, possible: 1 })).toBe(false);
    expect(isFree({ ...NO_COST, possibleUnpriced: 1 })).toBe(false);
  });

  it('is open as long as more may have gone than is known', () => {
    expect(isOpen({ ...NO_COST, sure: 1 })).toBe(false);
    expect(isOpen({ ...NO_COST, possible: 1 })).toBe(true);
    expect(isOpen({ ...NO_COST, possibleUnpriced: 1 })).toBe(true);
    expect(mostOf({ sure: 20, possible: 10, possibleUnpriced: 1 })).toBe(30);
  });
});
