import { describe, expect, it } from 'vitest';
import { agreed, type Consent, consentSchema, stillAsked } from '@/lib/drafts/consent';
import type { Question } from '@/lib/drafts/limits';
import { NO_COST } from '@/lib/ledger/cost';

const WISH: Question = { kind: 'batch', sum: 160, limit: 100 };
const DAY: Question = { kind: 'day', sum: 160, spent: 100, limit: 200 };
const PRICE: Question = { kind: 'price' };
const LIMITS = { batchLimit: 100, dayLimit: 200 };

describe('a yes', () => {
  it.each<[string, Question, Consent]>([
    ['the sum that was named', WISH, { batch: 160 }],
    ['what the day comes to', DAY, { day: 260 }],
    ['any sum where none could be named', PRICE, { price: true }],
    ['a model without a price', { kind: 'model' }, { price: true }],
    ['more than the page names', { kind: 'cheaper', sum: 20, named: 0 }, { cheaper: 20 }],
    ['what it costs by now', { kind: 'dearer', sum: 30, before: 20 }, { dearer: 30 }],
    ['what nobody knows of today', { kind: 'spent', sum: 20, limit: 200 }, { spent: true }],
  ])('is one to %s', (_, question, yes) => {
    expect(agreed(undefined, question)).toEqual(yes);
    expect(consentSchema.parse(yes)).toEqual(yes);
  });

  it('is added to those before it', () => {
    expect(agreed({ batch: 160 }, DAY)).toEqual({ batch: 160, day: 260 });
  });

  it.each([
    ['none', 160, 100, {}, WISH],
    ['to the batch, the day is asked about next', 160, 100, { batch: 160 }, DAY],
    ['to both', 160, 100, { batch: 160, day: 260 }, undefined],
    ['to a batch that cost less', 160, 0, { batch: 159 }, WISH],
    ['to a day that came to less', 160, 101, { batch: 160, day: 260 }, { ...DAY, spent: 101 }],
    ['to the day alone', 160, 100, { day: 260 }, WISH],
    ['to an unknown price', undefined, 100, { price: true }, undefined],
    ['to sums, and the price is no longer known', undefined, 0, { batch: 900, day: 900 }, PRICE],
    ['to an unknown price that turns out too high', 160, 0, { price: true }, WISH],
  ] as const)('%s', (_, sum, spent, yes, question) => {
    const cost = { ...NO_COST, sure: spent };
    expect(stillAsked({ sum }, cost, LIMITS, yes)).toEqual(question);
  });

  it.each([
    ['that it may cost more than the page names', {}, { kind: 'cheaper', sum: 20, named: 0 }],
    ['to less than it may cost', { cheaper: 19 }, { kind: 'cheaper', sum: 20, named: 0 }],
    [
      'to that, and nobody knows what was spent',
      { cheaper: 20 },
      { kind: 'spent', sum: 20, limit: 200 },
    ],
    ['to both', { cheaper: 20, spent: true }, undefined],
  ] as const)('is asked for %s', (_, yes, question) => {
    const cost = { ...NO_COST, possibleUnpriced: 1 };
    expect(stillAsked({ sum: 20, named: 0 }, cost, LIMITS, yes)).toEqual(question);
  });

  it.each([
    ['to none', {}, { kind: 'dearer', sum: 30, before: 20 }],
    ['to less than it costs by now', { dearer: 29 }, { kind: 'dearer', sum: 30, before: 20 }],
    ['to what it costs by now', { dearer: 30 }, undefined],
  ] as const)('%s, where the price has risen since it was read', (_, yes, question) => {
    expect(stillAsked({ sum: 30, named: 30, read: 20 }, NO_COST, {}, yes)).toEqual(question);
  });
});
