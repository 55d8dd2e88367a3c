import type { Aspect, Tier, Work } from '../models';

export const ASPECTS: Record<Aspect, number> = { PORTRAIT: 1, LANDSCAPE: 2 };
// 1 is an account that pays nothing.
export const TIERS: Record<Tier, number> = {
  PAYGATE_TIER_ZERO: 1,
  PAYGATE_TIER_ONE: 2,
  PAYGATE_TIER_TWO: 3,
};
export const RESOLUTIONS = { '720p': 1, '1080p': 2, '4K': 3 } as const;

export interface FlowModel {
  key: string;
  work: Work;
  family: string;
  prices: readonly (number | undefined)[]; // free, Pro, Ultra; undefined: not offered
  requirements: readonly number[];
  seconds: number; // to make one
  mostImages?: number;
  resolution: keyof typeof RESOLUTIONS;
}

const LITE = [10, 10, 5] as const;
const VEO = 'Veo 3.1 - Lite';

function veo(key: string, work: Work, requirements: readonly number[], more = {}): FlowModel {
  const always = { family: VEO, prices: LITE, seconds: 110, resolution: '720p' as const };
  return { key: `veo_3_1_${key}`, work, requirements, ...always, ...more };
}

export const FLOW_MODELS: readonly FlowModel[] = [
  veo('t2v_lite', 'text', [1]),
  veo('i2v_lite', 'start-image', [1, 5]),
  veo('interpolation_lite', 'start-end-image', [1, 5, 7]),
  veo('r2v_lite', 'references', [1, 6], { mostImages: 3 }),
  veo('extension_lite', 'extend', [1, 14]),
  veo('extension_lite_low_priority', 'extend', [1, 14], { prices: [undefined, undefined, 0] }),
  {
    ...{ key: 'abra_edit', work: 'edit', family: 'Omni', prices: [undefined, 20, 10] },
    ...{ requirements: [1, 20], seconds: 90, resolution: '720p' },
  },
  veo('upsampler_1080p', 'upscale', [15], {
    ...{ family: 'Veo 3.1 - Upsampler 1080P', prices: [undefined, 0, 0], seconds: 330 },
    resolution: '1080p',
  }),
  veo('upsampler_4k', 'upscale', [16], {
    ...{ family: 'Veo 3.1 - Upsampler 4K', prices: [undefined, undefined, 50], seconds: 600 },
    resolution: '4K',
  }),
];

export const priceFor = ({ prices }: FlowModel, tier: Tier): number | undefined =>
  prices[TIERS[tier] - 1];

const price = (credits: number | undefined, index: number) => [
  index + 1,
  credits === undefined ? [null, []] : [[null, credits]],
];

// The slots of a usage, 24 of them.
function usage(model: FlowModel): unknown[] {
  const { key, prices, requirements, mostImages, seconds, resolution, work } = model;
  const isUpscale = work === 'upscale';
  const slots: unknown[] = Array.from({ length: 24 }, () => null);
  slots[0] = key;
  slots[4] = prices.map(price);
  slots[7] = [[[requirements]]];
  slots[9] = mostImages ?? null;
  slots[10] = true;
  slots[12] = [[ASPECTS.LANDSCAPE, ASPECTS.PORTRAIT]];
  slots[14] = seconds;
  slots[16] = isUpscale ? 60 : 8;
  slots[17] = true;
  slots[21] = isUpscale ? [null, null, null, null, null, [1]] : [null, null, null, 8, 8];
  slots[22] = isUpscale || null;
  slots[23] = [[RESOLUTIONS[resolution]]];
  return slots;
}

const DEPRECATED = [
  ['veo_3_0_reshoot_landscape', ['Reshoot']],
  ['veo_3_0_reshoot_portrait', ['Reshoot']],
  ['veo_2_0_object_insertion_landscape', ['Insertion']],
  ['veo_2_0_object_removal_landscape', ['Removal']],
  ['veo_2_camera_control', ['Veo 2 - Fast']],
];

export function modelList(): unknown[] {
  const families = [...new Set(FLOW_MODELS.map(({ family }) => family))].map((family) => [
    family,
    FLOW_MODELS.filter((model) => model.family === family).map(usage),
    true,
    family.toLowerCase().replace(/ - |[ .]/g, '_'),
  ]);
  const defaults = [
    [2, [null, null, 'narwhal_display', 'abra', null, null, 1, 3, 2, 2, 1]],
    [3, [null, null, 'narwhal_display', 'abra', null, null, 1, 3, 2, 2, 1]],
  ];
  const voices = [['achird', 3, 'Achird']];
  return [[null, null, defaults, DEPRECATED, families, [], null, voices]];
}
