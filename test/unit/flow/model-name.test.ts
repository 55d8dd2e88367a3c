import { expect, it } from 'vitest';
import { modelName } from '@/lib/flow/model-name';

it.each([
  ['veo_3_1_t2v_fast_ultra', 'Veo 3.1 Fast'],
  ['veo_3_1_extend_fast_landscape_ultra', 'Veo 3.1 Fast'],
  ['veo_3_1_extension_lite', 'Veo 3.1 Lite'],
  ['veo_3_0_reshoot_landscape', 'Veo 3.0'],
  ['veo_2_1080p_upsampler_8s', 'Veo 2 Upsampler'],
  ['veo_4', 'Veo 4'],
  ['GEM_PIX', 'GEM_PIX'],
  ['', ''],
])('the model of the key %s is called %s', (key, name) => {
  expect(modelName(key)).toBe(name);
});
