import type { Resolution } from '@/lib/flow/media';
import type { PageAction } from '@/lib/flow/started';

type Words = readonly (readonly [RegExp, PageAction])[];

/**
 * What keys of models say of their use: `extend`, `reshoot`, `upsampler` and `r2v` as captured,
 * `extension`, `t2v` and `i2v` as reported.
 */
const IN_MODELS: Words = [
  [/upsampl/, 'upscale'],
  [/reshoot/, 'reshoot'],
  [/exten(?:d|sion)(?:_|$)/, 'extend'],
  [/object_|(?:^|_)edit(?:_|$)/, 'edit'],
  [/_r2v(?:_|$)/, 'references'],
  [/_i2v(?:_|$)/, 'frames'],
  [/_t2v(?:_|$)/, 'text'],
];

/** What Flow's word for the way of a generation says: `…_VIDEO_EXTENSION` as reported, others alike. */
const IN_MODES: Words = [
  [/UPSAMPL|UPSCAL/, 'upscale'],
  [/RESHOOT/, 'reshoot'],
  [/EXTEN(?:D|SION)/, 'extend'],
  [/EDIT|INSERT|REMOV/, 'edit'],
  [/REFERENCE/, 'references'],
  [/IMAGE/, 'frames'],
  [/TEXT/, 'text'],
];

const MODE = 'VIDEO_GENERATION_MODE_';

/** How a clip was made, by the key of its model; undefined where the key does not say. */
export const madeByModel = (key = ''): PageAction | undefined => said(IN_MODELS, key);

/** The same by its `videoGenerationMode`. */
export const madeByMode = (mode = ''): PageAction | undefined =>
  mode.startsWith(MODE) ? said(IN_MODES, mode.slice(MODE.length)) : undefined;

const said = (words: Words, text: string): PageAction | undefined =>
  words.find(([pattern]) => pattern.test(text))?.[1];

/** What an upscale has made of a clip, by the key of its model: `veo_3_1_upsampler_4k`. */
export function resolutionOfModel(key = ''): Resolution | undefined {
  if (madeByModel(key) !== 'upscale') return undefined;
  return (['1080p', '4k'] as const).find((each) => key.includes(each));
}
