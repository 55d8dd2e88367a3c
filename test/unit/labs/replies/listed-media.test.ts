import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListedMedia } from '@/lib/labs/replies/listed-media';
import { spoiled } from '../../../samples/spoil';
import { FLOW, KEY, NOW, PROJECT } from './project-samples';

const MODE = 'VIDEO_GENERATION_MODE_';

const control = (videoGenerationMode: unknown) => ({
  videoGenerationRequestData: { videoModelControlInput: { videoGenerationMode } },
});

/** An entry as replies of the `media` form have it. */
const entry = (requestData: object, own: object = {}) => ({
  name: KEY,
  projectId: PROJECT,
  workflowId: FLOW,
  mediaMetadata: { requestData },
  video: { generatedVideo: { seed: 21 }, dimensions: { length: '8s' } },
  ...own,
});

const read = (value: unknown) => readListedMedia(value, NOW)?.media;

describe('a medium of the media form', () => {
  it('names its workflow, its length, its words and how it was made', () => {
    const parts = [{ text: 'The ferry turns ' }, null, { text: 'into the wind' }];
    const asked = {
      promptInputs: [{ structuredPrompt: { parts } }],
      ...control(`${MODE}VIDEO_EXTENSION`),
    };
    expect(read(entry(asked))).toMatchObject({
      workflowId: FLOW,
      seconds: 8,
      prompt: 'The ferry turns into the wind',
      title: 'The ferry turns into the wind',
      madeBy: 'extend',
      seed: 21,
    });
  });

  it('is believed in what it made before what was asked for', () => {
    const generatedVideo = { prompt: 'The ferry lands', model: 'veo_3_1_i2v_s_fast' };
    const asked = {
      promptInputs: [{ structuredPrompt: { parts: [{ text: 'Land' }] } }],
      ...control(`${MODE}TEXT_TO_VIDEO`),
    };
    expect(read(entry(asked, { video: { generatedVideo } }))).toMatchObject({
      prompt: 'The ferry lands',
      madeBy: 'frames',
    });
  });

  it('that is an upscale names its source by its own id, and its size by its model', () => {
    const generatedVideo = { model: 'veo_3_1_upsampler_1080p' };
    const upscaled = entry({}, { name: `${KEY}_upsampled`, video: { generatedVideo } });
    expect(read(upscaled)).toMatchObject({
      madeBy: 'upscale',
      sourceIds: [KEY],
      resolution: '1080p',
    });
  });

  it.each(['8', 'eight', '0s', '-8s', '86400s', '8s8s', ' 8s'])('is not %j long', (length) => {
    const odd = read(entry({}, { video: { dimensions: { length } } }));
    expect(odd?.id).toBe(KEY);
    expect(odd).not.toHaveProperty('seconds');
  });

  it('says nothing of what its reply does not say', () => {
    const bare = read({ name: KEY, projectId: PROJECT, video: {} });
    expect(bare?.id).toBe(KEY);
    for (const name of ['workflowId', 'prompt', 'madeBy', 'sourceIds', 'resolution', 'seconds'])
      expect(bare).not.toHaveProperty(name);
  });

  it('is not lost by an odd field, unless that is its name or project', () => {
    const parts = [{ text: 'The ferry' }];
    const whole = entry({
      promptInputs: [{ structuredPrompt: { parts } }],
      ...control(`${MODE}X`),
    });
    const { name: _name, projectId: _project, ...rest } = whole;
    fc.assert(
      fc.property(spoiled(rest), (odd) => {
        expect(read({ name: KEY, projectId: PROJECT, ...Object(odd) })?.id).toBe(KEY);
      }),
    );
  });
});
