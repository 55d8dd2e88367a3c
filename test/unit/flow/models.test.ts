import { describe, expect, it } from 'vitest';
import { ACTIONS } from '@/lib/flow/action';
import { ASPECTS } from '@/lib/flow/aspect';
import {
  isListWanted,
  modelKey,
  modelPrice,
  modelSlot,
  NOTHING_LEARNED,
  withListed,
} from '@/lib/flow/models';
import { TIERS } from '@/lib/flow/tier';

describe('the model of a generation', () => {
  it.each([
    ['extend', 'landscape', 'ultra', 'veo_3_1_extend_fast_landscape_ultra', 10],
    ['extend', 'portrait', 'pro', 'veo_3_1_extend_fast_portrait', 20],
    ['reshoot', 'landscape', 'ultra', 'veo_3_0_reshoot_landscape', 20],
    ['reshoot', 'portrait', 'pro', 'veo_3_0_reshoot_portrait', 20],
    ['upscale', 'portrait', 'ultra', 'veo_2_1080p_upsampler_8s', 0],
    ['references', 'landscape', 'pro', 'veo_3_0_r2v_fast', 20],
    ['references', 'portrait', 'ultra', 'veo_3_1_r2v_fast_portrait_ultra', 10],
  ] as const)('%s %s %s is %s for %i credits', (action, aspect, tier, key, price) => {
    expect(modelKey(action, aspect, tier)).toBe(key);
    expect(modelPrice(key)).toBe(price);
  });

  it('exists and has a price for every action, shape and tier', () => {
    for (const action of ACTIONS)
      for (const aspect of ASPECTS)
        for (const tier of TIERS)
          expect(modelPrice(modelKey(action, aspect, tier))).toBeTypeOf('number');
  });

  it('is the one the page was seen asking for, in that place only, where the list has it', () => {
    const slot = modelSlot('extend', 'landscape', 'pro');
    const seen = { ...NOTHING_LEARNED, keys: { [slot]: 'veo_next' } };
    const learned = withListed(seen, { keys: ['veo_next'], prices: {}, tierPrices: {} });
    expect(modelKey('extend', 'landscape', 'pro', learned)).toBe('veo_next');
    expect(modelKey('extend', 'portrait', 'pro', learned)).toBe('veo_3_1_extend_fast_portrait');
    const other = withListed(seen, { keys: ['veo_next_2'], prices: {}, tierPrices: {} });
    for (const unlisted of [seen, other])
      expect(modelKey('extend', 'landscape', 'pro', unlisted)).toBe(
        'veo_3_1_extend_fast_landscape',
      );
  });

  it('is one of the table wherever the page was seen asking for it', () => {
    const keys = { [modelSlot('extend', 'landscape', 'ultra')]: 'veo_3_1_extend_fast_landscape' };
    expect(modelKey('extend', 'landscape', 'ultra', { ...NOTHING_LEARNED, keys })).toBe(
      'veo_3_1_extend_fast_landscape',
    );
  });

  it('has an unknown price rather than none', () => {
    expect(modelPrice('veo_next')).toBeUndefined();
  });

  it('that the table lacks costs what the list says that was asked for, not what was shown', () => {
    const shown = { keys: {}, prices: { veo_next: 1 }, tierPrices: { 'veo_next/pro': 2 } };
    expect(modelPrice('veo_next', shown, 'pro')).toBeUndefined();
    const asked = withListed(shown, {
      ...{ keys: ['veo_next'], prices: { veo_next: 7 } },
      tierPrices: { 'veo_next/pro': 8 },
    });
    expect(modelPrice('veo_next', asked, 'pro')).toBe(8);
    expect(modelPrice('veo_next', asked, 'ultra')).toBe(7);
    expect(modelPrice('constructor', asked, 'ultra')).toBeUndefined();
  });

  it('costs what the page’s own list says', () => {
    expect(
      modelPrice('veo_3_0_reshoot_landscape', {
        keys: {},
        prices: { veo_3_0_reshoot_landscape: 30 },
      }),
    ).toBe(30);
  });
});

describe('the list is asked for', () => {
  const OURS = 'veo_3_0_reshoot_landscape';
  const uses = (key: string) => ({ keys: { 'reshoot/landscape/pro': key } });
  const said = (price: number) => ({ prices: { veo_next: price }, tierPrices: {} });
  const listed = (price: number) => ({ ...said(price), keys: ['veo_next'] });
  const forPro = { keys: ['veo_next'], prices: {}, tierPrices: { 'veo_next/pro': 20 } };

  it.each([
    ['a model of the table', { ...uses(OURS), prices: { [OURS]: 1 } }, false],
    ['a model that nobody has named a price of', { ...uses('veo_next'), prices: {} }, true],
    ['a model whose price was only shown', { ...uses('veo_next'), prices: said(20).prices }, true],
    ['a model that is not in use', { keys: {}, prices: said(20).prices }, false],
    ['a model of the list', { ...uses('veo_next'), prices: {}, listed: listed(20) }, false],
    [
      'a model shown as the list has it',
      { ...uses('veo_next'), ...said(20), listed: listed(20) },
      false,
    ],
    [
      'a model shown at another price since',
      { ...uses('veo_next'), ...said(30), listed: listed(20) },
      true,
    ],
    [
      'a model shown at another price for a plan',
      { ...uses('veo_next'), prices: {}, tierPrices: { 'veo_next/pro': 10 }, listed: forPro },
      true,
    ],
  ])('for %s: %#', (_, learned, isWanted) => {
    expect(isListWanted(learned)).toBe(isWanted);
  });
});
