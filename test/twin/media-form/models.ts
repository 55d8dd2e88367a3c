import type { Media } from '../media';
import { type Aspect, MODELS, type Model, type Tier } from '../models';
import type { Form } from '../submit-checks';

const PRO: readonly Tier[] = ['PAYGATE_TIER_ONE', 'PAYGATE_TIER_ZERO'];
const ULTRA: readonly Tier[] = ['PAYGATE_TIER_TWO'];
const BOTH: readonly Aspect[] = ['LANDSCAPE', 'PORTRAIT'];
const FAMILY = 'Veo 3.1 - Lite';

type Row = [key: string, action: Model['action'], tiers: readonly Tier[], price: number];

const lite = (...[key, action, tiers, price]: Row): Model => ({
  ...{ key, action, tiers, price, aspects: BOTH, displayName: FAMILY },
});

// One entry for each price that a tier pays.
const OWN: readonly Model[] = [
  lite('veo_3_1_extension_lite', 'extend', PRO, 10),
  lite('veo_3_1_extension_lite', 'extend', ULTRA, 5),
  lite('veo_3_1_upsampler_1080p', 'upscale', [...PRO, ...ULTRA], 0),
  lite('veo_3_1_upsampler_4k', 'upscale', ULTRA, 50),
  ...BOTH.flatMap((aspect): Model[] => {
    const key = `veo_3_1_r2v_fast_${aspect.toLowerCase()}`;
    const made = { action: 'references' as const, aspects: [aspect], displayName: FAMILY };
    return [
      { key, ...made, tiers: PRO, price: 20 },
      { key: `${key}_ultra`, ...made, tiers: ULTRA, price: 10 },
    ];
  }),
];

const OF_BEFORE = /^veo_(?:3_1_extend_fast|3_0_reshoot|3_1_t2v)_/;

export const MEDIA_FORM: Form = {
  models: [...OWN, ...MODELS.filter(({ key }) => OF_BEFORE.test(key))],
  idOf: ({ mediaKey }: Media) => mediaKey,
  firstFrame: 1,
};

const SERVICE: Record<string, Tier> = {
  SERVICE_TIER_ENTRY: 'PAYGATE_TIER_ZERO',
  SERVICE_TIER_INTERMEDIATE: 'PAYGATE_TIER_ONE',
  SERVICE_TIER_ADVANCED: 'PAYGATE_TIER_TWO',
};

export const serviceTierOf = (tier: Tier): string | undefined =>
  Object.entries(SERVICE).find(([, each]) => each === tier)?.[0];

const isDeprecated = ({ action }: Model) => action === 'reshoot';

function usage(key: string) {
  const named = MEDIA_FORM.models.filter((model) => model.key === key);
  const cost = (tier: Tier) =>
    named.find(({ tiers }) => tiers.includes(tier))?.price ?? 'UNAVAILABLE';
  const aspects = named[0]?.aspects ?? [];
  return {
    key,
    creditMapping: Object.fromEntries(
      Object.entries(SERVICE).map(([service, tier]) => [service, { cost: cost(tier) }]),
    ),
    videoLengthSeconds: 8,
    generationTimeSeconds: named[0]?.action === 'upscale' ? 330 : 110,
    supportedAspectRatios: aspects.map((aspect) => `VIDEO_ASPECT_RATIO_${aspect}`),
  };
}

export function modelConfig() {
  const offered = MEDIA_FORM.models.filter((model) => !isDeprecated(model));
  const deprecated = MEDIA_FORM.models.filter(isDeprecated);
  return {
    imageModelFamilies: [],
    videoModelFamilies: [
      {
        ...{ displayName: FAMILY, id: 'veo_3_1_lite', enableUpselling: false },
        usages: [...new Set(offered.map(({ key }) => key))].map(usage),
      },
    ],
    deprecatedModelKeys: Object.fromEntries(
      deprecated.map(({ key }) => [key, { displayName: 'Reshoot' }]),
    ),
    tierDefaults: {},
    audioModelKey: '',
  };
}
