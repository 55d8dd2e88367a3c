import { describe, expect, it } from 'vitest';
import { parseCredits } from '@/lib/flow-google/replies/credits';
import { parseModels } from '@/lib/flow-google/replies/models';
import { parseProjects } from '@/lib/flow-google/replies/projects';
import { google, PROJECT, withAt } from '../samples';

describe('balance and tier', () => {
  it.each([
    [google('credits'), { credits: 615, tier: 'pro' }],
    [[0, 1, 2, 1], { credits: 0, tier: 'free' }],
    [[9, null, null, 3], { credits: 9, tier: 'ultra' }],
    [[9, null, null, 4], { credits: 9, tier: 'TIER_4' }],
    [[null, 1, 2, 2], { tier: 'pro' }],
    [[-1, 1, 2, '2'], {}],
    [['9', 1, 2, 0], {}],
    [[9.5, 1, 2, -1], {}],
    [[], {}],
    [null, {}],
  ])('of %j are %j', (payload, read) => {
    expect(parseCredits(payload)).toEqual(read);
  });
});

describe('the list of models', () => {
  const models = google('models');

  it('names keys, prices of each tier and estimates, and no deprecated model', () => {
    expect(parseModels(models)).toEqual({
      keys: [
        'veo_3_1_extension_lite',
        'veo_3_1_extension_lite_low_priority',
        'veo_3_1_upsampler_1080p',
      ],
      prices: {},
      tierPrices: {
        'veo_3_1_extension_lite/free': 10,
        'veo_3_1_extension_lite/pro': 10,
        'veo_3_1_extension_lite/ultra': 5,
        'veo_3_1_extension_lite_low_priority/ultra': 0,
        'veo_3_1_upsampler_1080p/pro': 0,
        'veo_3_1_upsampler_1080p/ultra': 0,
      },
      seconds: {
        veo_3_1_extension_lite: 110,
        veo_3_1_extension_lite_low_priority: 95,
        veo_3_1_upsampler_1080p: 330,
      },
      leftOut: 0,
    });
  });

  const EXTEND = [0, 4, 0, 1, 0];

  it.each([-10, 9.5, '10', null, [10], true, 1e300])('has no price in %j', (price) => {
    const list = parseModels(withAt(models, [...EXTEND, 4, 0, 1, 0, 1], price));
    expect(list?.tierPrices).not.toHaveProperty('veo_3_1_extension_lite/free');
    expect(list?.tierPrices).toHaveProperty('veo_3_1_extension_lite/pro', 10);
  });

  it('has no price where two are named, or for a tier that is not known', () => {
    const two = [
      1,
      [
        [null, 10],
        [null, 20],
      ],
    ];
    const list = parseModels(
      withAt(models, [...EXTEND, 4], [two, [9, [[null, 1]]], [2, [[null, 7]]]]),
    );
    expect(Object.values(list?.tierPrices ?? {})).toEqual([7, 0, 0, 0]);
    expect(list?.tierPrices).toMatchObject({ 'veo_3_1_extension_lite/pro': 7 });
    expect(list?.tierPrices).not.toHaveProperty('veo_3_1_extension_lite/free');
  });

  it.each([0, -1, '110', null])('has no estimate in %j', (seconds) => {
    const list = parseModels(withAt(models, [...EXTEND, 14], seconds));
    expect(list?.seconds).not.toHaveProperty('veo_3_1_extension_lite');
    expect(list?.keys).toHaveLength(3);
  });

  it('leaves out and counts families and models that cannot be read', () => {
    const odd = withAt(withAt(models, [0, 4, 1], 'family'), [...EXTEND, 0], 'no key at all');
    expect(parseModels(odd)).toMatchObject({
      keys: ['veo_3_1_extension_lite_low_priority'],
      leftOut: 2,
    });
  });

  it.each([null, [], [[]], [null, null], [[null, null, null, null, 'none']]])(
    'is none in %j',
    (payload) => {
      expect(parseModels(payload)).toBeUndefined();
    },
  );
});

describe('the projects of an account', () => {
  it('have id and title', () => {
    const { entries, leftOut } = parseProjects(google('projects'));
    expect(entries[0]).toEqual({ projectId: PROJECT, title: 'Ponds' });
    expect(entries.map(({ title }) => title)).toEqual(['Ponds', 'Lighthouses']);
    expect(leftOut).toBe(0);
  });

  it.each([
    ['no id', [null, ['Title']]],
    ['an id of another form', ['project', ['Title']]],
    ['no title', [PROJECT, [null]]],
    ['an empty title', [PROJECT, ['']]],
    ['nothing', null],
  ])('are left out and counted with %s', (_, odd) => {
    const { entries, leftOut } = parseProjects(withAt(google('projects'), [0, 0], odd));
    expect(entries.map(({ title }) => title)).toEqual(['Lighthouses']);
    expect(leftOut).toBe(1);
  });

  it('have no longer title than a view has room for, and may be none', () => {
    const long = withAt(google('projects'), [0, 0, 1, 0], '🛶'.repeat(300));
    expect(parseProjects(long).entries[0]?.title).toBe('🛶'.repeat(200));
    expect(parseProjects([])).toEqual({ entries: [], leftOut: 0 });
  });
});
