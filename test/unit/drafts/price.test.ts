import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedPrice, priceToExpect, sum } from '@/lib/drafts/price';
import { ACTIONS } from '@/lib/flow/action';
import { ASPECTS } from '@/lib/flow/aspect';
import { learnedModelsSchema, modelKey, NOTHING_LEARNED, usualPrice } from '@/lib/flow/models';
import { TIERS } from '@/lib/flow/tier';
import { core } from '../../samples/jobs';

const request = core(1).request;
const learned = (key: string, price: number) => ({ keys: {}, prices: { [key]: price } });
/** The same in the list that the background has asked for itself. */
const listed = (key: string, price: number) => ({
  ...NOTHING_LEARNED,
  listed: { keys: [key], prices: { [key]: price }, tierPrices: {} },
});

describe('the price of a job', () => {
  it.each([
    ['less than is known', 0, 0, 20],
    ['what is known', 20, 20, 20],
    ['more than is known', 30, 30, 30],
  ])('that the page’s list names as %s', (_, price, named, expected) => {
    const list = learned(request.modelKey, price);
    expect(namedPrice(request, list)).toBe(named);
    expect(priceToExpect(request, list)).toBe(expected);
  });

  it('of a model that the page was seen to use is no less than that of the known one', () => {
    const other = { ...request, modelKey: 'veo_next' };
    expect(priceToExpect(other, listed('veo_next', 1))).toBe(20);
    expect(priceToExpect(other, NOTHING_LEARNED)).toBeUndefined();
  });

  it('of a model that only the page has named is not known', () => {
    const other = { ...request, modelKey: 'veo_next' };
    expect(namedPrice(other, learned('veo_next', 20))).toBeUndefined();
    expect(priceToExpect(other, learned('veo_next', 20))).toBeUndefined();
  });

  it('is what the list says for a tier that is not known here: nothing', () => {
    const other = { ...request, tier: 'PAYGATE_TIER_ZERO' } as const;
    expect(priceToExpect(other, learned(request.modelKey, 5))).toBeUndefined();
  });

  it('is never below the known one, whatever the page has shown', () => {
    const place = fc.record({
      action: fc.constantFrom(...ACTIONS),
      aspect: fc.constantFrom(...ASPECTS),
      tier: fc.constantFrom(...TIERS),
    });
    fc.assert(
      fc.property(place, fc.nat(100), fc.boolean(), ({ action, aspect, tier }, price, isNew) => {
        const key = isNew ? 'veo_next' : modelKey(action, aspect, tier);
        const model = { action, aspect, tier, modelKey: key };
        const list = isNew ? listed(key, price) : learned(key, price);
        const expected = priceToExpect(model, list) ?? -1;
        expect(expected).toBeGreaterThanOrEqual(usualPrice(action, aspect, tier) ?? 0);
        expect(expected).toBeGreaterThanOrEqual(price);
      }),
    );
  });

  it('of several is unknown where that of one is', () => {
    expect(sum([20, 0])).toBe(20);
    expect(sum([20, undefined])).toBeUndefined();
    expect(sum([])).toBeUndefined();
  });
});

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no stored price', (price) => {
  expect(learnedModelsSchema.safeParse(learned('veo_a', price)).success).toBe(false);
  expect(
    learnedModelsSchema.safeParse({ keys: {}, prices: {}, tierPrices: { a: price } }).success,
  ).toBe(false);
});
