import { describe, expect, it } from 'vitest';
import { madeByMode, madeByModel, resolutionOfModel } from '@/lib/labs/replies/made-by';

describe('how a clip was made', () => {
  it.each([
    ['veo_3_1_t2v_fast_ultra', 'text'],
    ['veo_3_1_i2v_s_fast', 'frames'],
    ['veo_3_0_r2v_fast_ultra', 'references'],
    ['veo_3_1_extend_fast_landscape_ultra', 'extend'],
    ['veo_3_1_extension_lite', 'extend'],
    ['veo_3_0_reshoot_landscape', 'reshoot'],
    ['veo_2_1080p_upsampler_8s', 'upscale'],
    ['veo_3_1_upsampler_4k', 'upscale'],
    ['veo_2_0_object_removal', 'edit'],
    ['GEM_PIX', undefined],
    ['a_credit_model', undefined],
    [undefined, undefined],
  ])('is read from the key of its model, %s', (key, madeBy) => {
    expect(madeByModel(key)).toBe(madeBy);
  });

  it.each([
    ['VIDEO_GENERATION_MODE_VIDEO_EXTENSION', 'extend'],
    ['VIDEO_GENERATION_MODE_TEXT_TO_VIDEO', 'text'],
    ['VIDEO_GENERATION_MODE_REFERENCE_IMAGES', 'references'],
    ['VIDEO_GENERATION_MODE_START_IMAGE', 'frames'],
    ['VIDEO_GENERATION_MODE_SOMETHING_NEW', undefined],
    ['TEXT', undefined],
    [undefined, undefined],
  ])('is read from Flow’s word for it, %s', (mode, madeBy) => {
    expect(madeByMode(mode)).toBe(madeBy);
  });
});

it.each([
  ['veo_2_1080p_upsampler_8s', '1080p'],
  ['veo_3_1_upsampler_4k', '4k'],
  ['veo_3_1_upsampler', undefined],
  ['veo_3_1_t2v_1080p', undefined],
  [undefined, undefined],
])('an upscale’s model %s says how large it makes a clip', (key, resolution) => {
  expect(resolutionOfModel(key)).toBe(resolution);
});
