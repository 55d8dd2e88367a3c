import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LearnedModels,
  modelKey,
  modelPrice,
  NOTHING_LEARNED,
  withLearned,
  withListed,
} from '@/lib/flow/models';
import type { Tier } from '@/lib/flow/tier';
import { observationOf } from '@/lib/labs/observation';
import { parseModels } from '@/lib/labs/replies/models';
import { SUBMIT_URL } from '@/lib/labs/urls';
import { spoiled, withJunk } from '../../samples/spoil';

const NOW = 1_790_000_000_000;
const HEX = 'a1b2c3d4e5f60718293a4b5c6d7e8f9';
const scene = (n: number) => `3b9f6e2a-5c4d-4e8f-9a1b-7c6d5e4f3a4${n}`;

const asks = (own: object = {}, n = 0) => ({
  aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE',
  seed: 1,
  videoInput: { mediaId: 'c4c2a1f0-9b7e-4c1d-8f3a-2b6d7e8f9a33' },
  videoModelKey: 'veo_next_1080p',
  metadata: { sceneId: scene(n) },
  ...own,
});
const starts = (...numbers: number[]) => ({
  operations: numbers.map((n) => ({
    operation: { name: HEX + n },
    sceneId: scene(n),
    status: 'MEDIA_GENERATION_STATUS_PENDING',
  })),
});
const seen = (
  requests: unknown,
  body: unknown,
  { action = 'upscale', status = 200 }: { action?: keyof typeof SUBMIT_URL; status?: number } = {},
) =>
  observationOf(
    {
      url: SUBMIT_URL[action],
      status,
      requestBody: JSON.stringify({ clientContext: { sessionId: ';1788200000000' }, requests }),
      body: JSON.stringify(body),
    },
    NOW,
  );
/** The key after that, as far as Flow's list names it. */
const keyAfter = (facts: ReturnType<typeof seen>, action: keyof typeof SUBMIT_URL = 'upscale') => {
  const learned = withLearned(NOTHING_LEARNED, facts, 'pro');
  return modelKey(action, 'landscape', 'pro', withListed(learned, listOf(learned)));
};
/** A list of Flow with all models that the page was seen using. */
const listOf = ({ keys }: LearnedModels) => ({
  ...{ keys: Object.values(keys), prices: {}, tierPrices: {} },
});
const TABLE = 'veo_2_1080p_upsampler_8s';

describe('the key of a model', () => {
  it.each([
    ['in the older form, which names no size', {}],
    ['of 1080p', { resolution: 'VIDEO_RESOLUTION_1080P' }],
    ['with null for a size', { resolution: null }],
  ])('is learned from an upscale %s', (_, own) => {
    expect(keyAfter(seen([asks(own)], starts(0)))).toBe('veo_next_1080p');
  });

  it.each([
    ['an upscale to 4K', { resolution: 'VIDEO_RESOLUTION_4K', videoModelKey: 'veo_next_4k' }],
    ['another size', { resolution: 'VIDEO_RESOLUTION_1440P' }],
    ['a size that is none', { resolution: 7 }],
    ['a 4K key without a size', { videoModelKey: 'veo_next_4k' }],
    ['a key of low priority', { videoModelKey: 'veo_next_low_priority' }],
    ['a key of the relaxed lane', { videoModelKey: 'veo_next_ultra_relaxed' }],
    ['a key that is none', { videoModelKey: 'a key/with spaces' }],
    ['an image’s shape', { aspectRatio: 'IMAGE_ASPECT_RATIO_SQUARE' }],
  ])('is not learned from %s', (_, own) => {
    expect(keyAfter(seen([asks(own)], starts(0)))).toBe(TABLE);
  });

  it('is not learned from an extend in another size', () => {
    const facts = seen([asks({ resolution: 'VIDEO_RESOLUTION_1080P' })], starts(0), {
      action: 'extend',
    });
    expect(keyAfter(facts, 'extend')).toBe('veo_3_1_extend_fast_landscape');
  });

  it.each([
    ['was refused', { error: { code: 403 } }, 403],
    ['brought an error under 200', { error: { code: 400 } }, 200],
    ['started nothing', { operations: [] }, 200],
    ['cannot be read', 'half', 200],
    [
      'started one that failed at once',
      {
        operations: [
          {
            operation: { name: HEX, error: { code: 3 } },
            sceneId: scene(0),
            status: 'MEDIA_GENERATION_STATUS_FAILED',
          },
        ],
      },
      200,
    ],
  ])('is not learned from a submit whose reply %s', (_, body, status) => {
    expect(keyAfter(seen([asks()], body, { status }))).toBe(TABLE);
  });

  it('is learned from a batch for each request that was started', () => {
    const requests = [
      asks({ aspectRatio: 'VIDEO_ASPECT_RATIO_PORTRAIT', videoModelKey: 'veo_portrait' }, 0),
      asks({ videoModelKey: 'veo_landscape' }, 1),
    ];
    expect(seen(requests, starts(0, 1)).modelsAsked?.map(({ key }) => key)).toEqual([
      'veo_portrait',
      'veo_landscape',
    ]);
    expect(seen(requests, starts(1)).modelsAsked?.map(({ key }) => key)).toEqual(['veo_landscape']);
  });

  it('is not learned from a batch that asks for one place with two keys', () => {
    const requests = [asks({ videoModelKey: 'veo_a' }, 0), asks({ videoModelKey: 'veo_b' }, 1)];
    expect(seen(requests, starts(0, 1)).modelsAsked).toEqual([]);
  });

  it('is learned for the tier that the account has, whatever it is called', () => {
    const facts = seen([asks()], starts(0));
    const used = withLearned(NOTHING_LEARNED, facts, 'PAYGATE_TIER_ZERO');
    const learned = withListed(used, listOf(used));
    expect(modelKey('upscale', 'landscape', 'PAYGATE_TIER_ZERO', learned)).toBe('veo_next_1080p');
    expect(modelKey('upscale', 'landscape', 'pro', learned)).toBe(TABLE);
    expect(withLearned(NOTHING_LEARNED, facts, undefined).keys).toEqual({});
  });

  it('is never learned from an odd request as something else', () => {
    fc.assert(
      fc.property(spoiled([asks()]), (requests) => {
        for (const { key } of seen(requests, starts(0)).modelsAsked ?? [])
          expect(key).toMatch(/^[\w.-]{3,100}$/);
      }),
    );
  });
});

describe('what a call of the page says of its session', () => {
  const context = (clientContext: unknown) =>
    observationOf(
      {
        url: SUBMIT_URL.extend,
        status: 500,
        requestBody: JSON.stringify({ clientContext }),
        body: '',
      },
      NOW,
    );

  it.each([
    [
      'an empty project',
      { sessionId: ';1788200000000', projectId: '', userPaygateTier: 'PAYGATE_TIER_ONE' },
      { sessionId: ';1788200000000', tier: 'pro' },
    ],
    [
      'an odd session id',
      { sessionId: 's-1788200000000', userPaygateTier: 'PAYGATE_TIER_TWO' },
      { tier: 'ultra' },
    ],
    ['no tier', { sessionId: ';1788200000000', tool: 'PINHOLE' }, { sessionId: ';1788200000000' }],
    [
      'null for a tier',
      { sessionId: ';1788200000000', userPaygateTier: null },
      { sessionId: ';1788200000000' },
    ],
    [
      'another tier',
      { userPaygateTier: 'PAYGATE_TIER_UNSPECIFIED' },
      { tier: 'PAYGATE_TIER_UNSPECIFIED' },
    ],
    ['nothing', null, {}],
  ])('with %s, loses only that', (_, clientContext, known) => {
    const { sessionId, tier } = context(clientContext);
    expect({ ...(sessionId && { sessionId }), ...(tier && { tier }) }).toEqual(known);
  });
});

describe('the list of models', () => {
  const models = [
    { key: 'veo_a', creditCost: 20, videoGenerationTimeSeconds: 90 },
    { key: 'veo_b', creditCost: 'UNAVAILABLE' },
    { key: 'veo_c' },
    { key: 'veo_d', creditCost: null, videoGenerationTimeSeconds: '50' },
    { key: 'veo_e', creditCost: 1.5 },
    { key: 'veo_f', creditCost: -3 },
    { key: 'veo_g', creditCost: 0 },
  ];

  it('has each price for itself', () => {
    expect(parseModels({ videoModels: models })).toMatchObject({
      prices: { veo_a: 20, veo_g: 0 },
      seconds: { veo_a: 90 },
      leftOut: 0,
    });
  });

  it('counts entries that are none, and loses nothing to them', () => {
    fc.assert(
      fc.property(withJunk(models), (videoModels) => {
        const read = parseModels({ videoModels });
        expect(read?.prices).toEqual({ veo_a: 20, veo_g: 0 });
        expect(read?.leftOut).toBe(videoModels.length - models.length);
      }),
    );
  });

  it('of 2026 has a price for each tier', () => {
    const mapping = (cost: unknown) => ({ cost });
    const usage = {
      key: 'veo_next_lite',
      creditMapping: {
        SERVICE_TIER_ENTRY: mapping('UNAVAILABLE'),
        SERVICE_TIER_INTERMEDIATE: mapping(10),
        SERVICE_TIER_ADVANCED: mapping(5),
      },
      generationTimeSeconds: 110,
    };
    const models = parseModels({
      modelConfig: { videoModelFamilies: [null, { usages: [7, usage] }, { usages: 'none' }] },
    });
    expect(models).toMatchObject({ seconds: { veo_next_lite: 110 }, leftOut: 3 });
    const learned = models && withListed(NOTHING_LEARNED, models);
    const price = (tier: Tier) => modelPrice('veo_next_lite', learned, tier);
    expect(
      ['free', 'pro', 'ultra', 'PAYGATE_TIER_ZERO'].map((tier) => price(tier as Tier)),
    ).toEqual([undefined, 10, 5, undefined]);
  });

  it('never makes a price of anything but a whole number of credits', () => {
    fc.assert(
      fc.property(spoiled({ videoModels: models }), (answer) => {
        for (const price of Object.values(parseModels(answer)?.prices ?? {})) {
          expect(Number.isInteger(price)).toBe(true);
          expect(price).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('a price', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is not found under %s, which every table has',
    (key) => {
      expect(modelPrice(key)).toBeUndefined();
      expect(modelPrice(key, { ...NOTHING_LEARNED, tierPrices: {} }, 'pro')).toBeUndefined();
    },
  );

  it('is unknown for a tier that is not known here', () => {
    const key = modelKey('reshoot', 'landscape', 'PAYGATE_TIER_ZERO');
    expect(key).toBe('veo_3_0_reshoot_landscape');
    expect(modelPrice(key, NOTHING_LEARNED, 'PAYGATE_TIER_ZERO')).toBeUndefined();
    expect(modelPrice(key, NOTHING_LEARNED, 'pro')).toBe(20);
  });
});
