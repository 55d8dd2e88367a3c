import type { Media, Recipe } from '../media';
import { ASPECTS, RESOLUTIONS } from './models';

const FAMILIES: Record<Recipe['family'], number> = {
  ...{ frames: 2, ingredients: 3, derived: 4, extend: 5 },
};
const TEXT = 1;
const ROLES = { start: 1, end: 2, reference: 4 } as const;
const WHOLE = [null, null, 1, 1];

const UPSCALED = /^(.*?)(?:_4k)?_upsampled$/;

// Media key of what a clip was upscaled from.
export const upscaledFrom = ({ mediaKey }: Pick<Media, 'mediaKey'>): string | undefined =>
  UPSCALED.exec(mediaKey)?.[1];

// What is said nowhere else can be told from the key.
function recipeOf(media: Media): Recipe | undefined {
  const source = upscaledFrom(media);
  return media.recipe ?? (source === undefined ? undefined : { family: 'derived', source });
}

function resolution({ mediaKey, width, height }: Media): number {
  if (mediaKey.endsWith('_4k_upsampled')) return RESOLUTIONS['4K'];
  return Math.min(width, height) >= 1080 ? RESOLUTIONS['1080p'] : RESOLUTIONS['720p'];
}

// [5][6] of a record: model and kind, what went in, and the prompt. Nothing for what was uploaded.
export function recipe(media: Media): unknown {
  const { model, aspect, prompt } = media;
  if (model === undefined) return null;
  const { family, inputs: given, source } = recipeOf(media) ?? {};
  // An extension begins with its source.
  const begins =
    family === 'extend' && source ? [{ role: 'start' as const, mediaKey: source }] : undefined;
  const inputs = given ?? begins;
  const head = [model, family ? FAMILIES[family] : TEXT, [1], null, ASPECTS[aspect]];
  const made: unknown[] = [[...head, resolution(media)]];
  if (inputs) made.push(inputs.map(({ role, mediaKey }) => [null, ROLES[role], mediaKey, WHOLE]));
  else if (source) made.push(null);
  if (source) made.push([[null, null, null, source]]);
  const words = prompt === undefined ? null : [[null, null, [[[prompt]]]]];
  return [null, made, words, null, 1];
}
