export type Action = 'extend' | 'reshoot' | 'upscale' | 'references';
// What starts an operation: the four of labs.google, and what only the page of flow.google.com starts.
export type Work = Action | 'text' | 'start-image' | 'start-end-image' | 'edit';
export type Aspect = 'LANDSCAPE' | 'PORTRAIT';
export type Tier = 'PAYGATE_TIER_ZERO' | 'PAYGATE_TIER_ONE' | 'PAYGATE_TIER_TWO';

export interface Model {
  key: string;
  action: Action | 'text'; // 'text' is listed, as on the real page, but the twin has no call for it
  aspects: readonly Aspect[];
  tiers: readonly Tier[];
  price: number;
  displayName: string;
}

// What ZERO may use is not reported: here it is what ONE may.
const ONE: readonly Tier[] = ['PAYGATE_TIER_ONE', 'PAYGATE_TIER_ZERO'];
const TWO: readonly Tier[] = ['PAYGATE_TIER_TWO'];
const ANY: readonly Tier[] = [...ONE, ...TWO];
const BOTH: readonly Aspect[] = ['LANDSCAPE', 'PORTRAIT'];

function model(
  key: string,
  action: Model['action'],
  aspects: readonly Aspect[],
  tiers: readonly Tier[],
  price: number,
  displayName: string,
): Model {
  return { key, action, aspects, tiers, price, displayName };
}

// Pro pays 20 for an extend or a clip from references, Ultra 10. The 3.0 reference model was only
// ever seen with landscape; portrait has keys of its own.
export const MODELS: readonly Model[] = [
  model('veo_3_1_t2v_fast', 'text', ['LANDSCAPE'], ONE, 20, 'Veo 3.1 - Fast'),
  model('veo_3_1_t2v_fast_ultra', 'text', ['LANDSCAPE'], TWO, 10, 'Veo 3.1 - Fast'),
  ...BOTH.flatMap((aspect) => {
    const extend = `veo_3_1_extend_fast_${aspect.toLowerCase()}`;
    return [
      model(extend, 'extend', [aspect], ONE, 20, 'Veo 3.1 - Fast'),
      model(`${extend}_ultra`, 'extend', [aspect], TWO, 10, 'Veo 3.1 - Fast'),
      model(
        `veo_3_0_reshoot_${aspect.toLowerCase()}`,
        'reshoot',
        [aspect],
        ANY,
        20,
        'Veo 3 - Reshoot',
      ),
    ];
  }),
  model('veo_2_1080p_upsampler_8s', 'upscale', BOTH, ANY, 0, 'Veo 2 - Upsampler'),
  model('veo_3_0_r2v_fast', 'references', ['LANDSCAPE'], ONE, 20, 'Veo 3 - Fast'),
  model('veo_3_0_r2v_fast_ultra', 'references', ['LANDSCAPE'], TWO, 10, 'Veo 3 - Fast'),
  model('veo_3_1_r2v_fast_portrait', 'references', ['PORTRAIT'], ONE, 20, 'Veo 3.1 - Fast'),
  model('veo_3_1_r2v_fast_portrait_ultra', 'references', ['PORTRAIT'], TWO, 10, 'Veo 3.1 - Fast'),
];

export const MOVES: readonly string[] = [
  ...['UP', 'DOWN', 'LEFT_TO_RIGHT', 'RIGHT_TO_LEFT', 'FORWARD', 'BACKWARD'],
  ...['DOLLY_IN_ZOOM_OUT', 'DOLLY_OUT_ZOOM_IN_LARGE', 'STATIONARY_UP', 'STATIONARY_DOWN'],
  ...['STATIONARY_LEFT_LARGE', 'STATIONARY_RIGHT_LARGE', 'STATIONARY_DOLLY_IN_ZOOM_OUT'],
  ...['STATIONARY_DOLLY_OUT_ZOOM_IN_LARGE', 'STATIONARY'],
].map((move) => `RESHOOT_MOTION_TYPE_${move}`);
