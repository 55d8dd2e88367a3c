import { describe, expect, it } from 'vitest';
import { ACTIONS } from '@/lib/flow/action';
import { ASPECTS } from '@/lib/flow/aspect';
import { modelKey, modelPrice, modelSlot } from '@/lib/flow/models';
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

  it('is the one the page was seen asking for, in that place only', () => {
    const slot = modelSlot('extend', 'landscape', 'pro');
    const learned = { keys: { [slot]: 'veo_next' }, prices: { veo_next: 7 } };
    expect(modelKey('extend', 'landscape', 'pro', learned)).toBe('veo_next');
    expect(modelPrice('veo_next', learned)).toBe(7);
    expect(modelKey('extend', 'portrait', 'pro', learned)).toBe('veo_3_1_extend_fast_portrait');
  });

  it('has an unknown price rather than none', () => {
    expect(modelPrice('veo_next')).toBeUndefined();
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
