import { describe, expect, it } from 'vitest';
import { actionOf, readRecipe } from '@/lib/flow-google/recipe';
import { BOAT, IMAGE, NEXT } from './samples';

const recipe = (model: unknown, family?: unknown, ...roles: number[]) => [
  [model, family, [1], null, 2, 1],
  roles.map((role) => [null, role, IMAGE, [null, null, 1, 1]]),
];
const action = (value: unknown, id = NEXT) => actionOf(readRecipe(value, id), id);

describe('how a clip was made', () => {
  it.each([
    ['extend', recipe('veo_3_1_extension_lite', 5, 1)],
    ['upscale', recipe('veo_3_1_upsampler_1080p', 4)],
    ['upscale', recipe('omni_upsampler_360p', undefined)],
    ['reshoot', recipe('veo_3_0_reshoot_landscape', 4)],
    ['edit', recipe('abra_edit', 4)],
    ['edit', recipe('abra_edit', null)],
    ['edit', recipe('veo_2_0_object_removal_landscape', 4)],
    ['references', recipe('veo_3_1_r2v_lite', 3)],
    ['references', recipe('veo_3_1_r2v_lite', null, 4)],
    ['frames', recipe('veo_3_1_i2v_lite', 2)],
    ['frames', recipe('veo_3_1_i2v_lite', null, 1)],
    ['frames', recipe('veo_3_1_interpolation_lite', null, 1, 2)],
    ['text', recipe('veo_3_1_t2v_lite')],
    ['text', recipe('veo_3_1_t2v_lite', 1)],
    [undefined, recipe('veo_3_1_t2v_lite', 9)],
    [undefined, recipe('veo_3_1_t2v_lite', null, 7)],
    [undefined, recipe(null)],
    [undefined, null],
    [undefined, 'recipe'],
  ])('is %s', (made, value) => {
    expect(action(value)).toBe(made);
  });

  it.each(['_upsampled', '_4k_upsampled'])('is an upscale where its id ends with %s', (ending) => {
    expect(action(null, BOAT + ending)).toBe('upscale');
    expect(action(recipe('veo_3_1_extension_lite', 5), BOAT + ending)).toBe('upscale');
    expect(readRecipe(null, BOAT + ending).sourceIds).toEqual([BOAT]);
  });
});

describe('what a record says of shape and size', () => {
  it.each([
    [1, 'portrait'],
    [2, 'landscape'],
    [3, undefined],
    ['1', undefined],
  ])('has %j for %s', (number, aspect) => {
    expect(readRecipe([['veo', null, null, null, number]], NEXT).aspect).toBe(aspect);
  });

  it.each([
    [1, '720p'],
    [2, '1080p'],
    [3, '4k'],
    [4, '360p'],
    [5, undefined],
    [null, undefined],
  ])('has %j for %s', (number, resolution) => {
    const value = [['veo', null, null, null, 2, number]];
    expect(readRecipe(value, NEXT).resolution).toBe(resolution);
    expect(readRecipe(value, `${BOAT}_4k_upsampled`).resolution).toBe('4k');
  });

  it('names each source once, the first before its inputs, and not more than Flow takes', () => {
    const inputs = [IMAGE, BOAT, 7, 'none', IMAGE].map((id) => [null, 4, id]);
    expect(readRecipe([null, inputs, [[null, null, null, BOAT]]], NEXT).sourceIds).toEqual([
      BOAT,
      IMAGE,
    ]);
    const many = Array.from({ length: 99 }, (_, index) => [
      ...[null, 4, BOAT.replace(/^../, String(10 + index).slice(-2))],
    ]);
    expect(readRecipe([null, many], NEXT).sourceIds).toHaveLength(16);
  });
});
