import { randomUUID } from 'node:crypto';
import { CLIPS, IMAGES, PROJECTS } from '../world';
import { SCENES } from './own-clips';

const own = () => randomUUID().toUpperCase();
const BATCH = own();
const [scene] = SCENES;

export const VIDEO = 'VideoFxService.BatchAsyncGenerateVideo';
export const prompt = (text: string) => [null, null, [[[text]]]];
export const context = (
  project: string = PROJECTS.elm.id,
  token = `page-token-${randomUUID()}`,
) => [...[null, 22, null, null, null, project, null, null, null, null], [token, 1]];
const fresh = (place: string | null = null) => [place, null, null, null, own(), own()];
const version = (workflow: string) => [null, workflow, null, null, own()];
const image = (id: string) => [null, id, null, null, null, [null, null, 1, 1]];

// Arguments that the twin accepts from Ada, fresh on every call: [requests, context, batch].
export const SUBMITS = {
  Text: () => [
    [[prompt('Rain on the roofs'), 'veo_3_1_t2v_lite', 2, null, fresh()]],
    context(),
    [BATCH, 2],
  ],
  StartImage: () => [
    [
      [
        ...[prompt('It swings'), 'veo_3_1_i2v_lite', 2, null],
        ...[image(IMAGES.lantern.mediaKey), fresh()],
      ],
    ],
    context(),
    [BATCH, 2],
  ],
  StartAndEndImage: () => [
    [
      [
        ...[prompt('From one to the other'), 'veo_3_1_interpolation_lite', 2, null],
        ...[image(IMAGES.coat.mediaKey), image(IMAGES.umbrella.mediaKey), fresh()],
      ],
    ],
    context(),
    [BATCH, 2],
  ],
  ReferenceImages: () => [
    [
      [
        [null, null, [[['Put '], [null, [[IMAGES.coat.mediaKey, 'coat']]], [' on a hook']]]],
        [
          [null, IMAGES.coat.mediaKey],
          [null, IMAGES.lantern.mediaKey],
        ],
        ...['veo_3_1_r2v_lite', 2, null, fresh()],
      ],
    ],
    context(),
    [BATCH, 2],
  ],
  ExtendVideo: () => [
    [
      [
        [null, CLIPS.street.mediaKey, 169, 192],
        prompt('The car turns the corner'),
        ...['veo_3_1_extension_lite', 2, null, fresh(scene?.id)],
      ],
    ],
    context(),
    [BATCH, 2, null, [scene?.id, 1]],
  ],
  EditVideo: () => [
    [
      [
        [null, CLIPS.cat.mediaKey, 0, 192],
        prompt('The cat is white'),
        ...['abra_edit', 2, version(CLIPS.cat.workflowId)],
      ],
    ],
    context(),
    [BATCH, 2],
  ],
  UpsampleVideo: () => {
    const item: unknown[] = Array.from({ length: 32 }, () => null);
    item[0] = [null, CLIPS.cat.mediaKey];
    item[2] = 2;
    item[4] = version(CLIPS.cat.workflowId);
    item[6] = 2;
    item[31] = 'veo_3_1_upsampler_1080p';
    return [[item], context(), [BATCH]];
  },
} satisfies Record<string, () => unknown[]>;
