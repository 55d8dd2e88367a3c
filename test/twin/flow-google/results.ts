import { randomUUID } from 'node:crypto';
import { clip, ids, type Media, type Recipe } from '../media';
import type { Aspect, Work } from '../models';
import { ASPECTS } from './models';
import type { CheckedItem } from './submit-checks';

// Each has a look of its own in each aspect, as far as there are drawn clips.
const FILES: Record<Work, string> = {
  extend: 'extend',
  reshoot: 'reshoot',
  edit: 'reshoot',
  upscale: 'upscaled',
  references: 'references',
  text: 'references',
  'start-image': 'references',
  'start-end-image': 'references',
};

function recipeOf({ item, clip: source }: CheckedItem, work: Work): Recipe | undefined {
  const { images } = item;
  if (source) {
    return { family: work === 'extend' ? 'extend' : 'derived', source: source.mediaKey };
  }
  if (images.length === 0) return undefined;
  return { family: work === 'references' ? 'ingredients' : 'frames', inputs: images };
}

const titleOf = ({ item, clip: source }: CheckedItem, work: Work): string => {
  if (!source) return (item.prompt ?? 'Clip').slice(0, 60);
  return work === 'extend' ? `${source.title} (extended)` : source.title;
};

export function upscaledKey({ mediaKey }: Media, resolution: string): string {
  return `${mediaKey}_${resolution === '4K' ? '4k_' : ''}upsampled`;
}

// An edit and an upscale are versions of their source's workflow, anything else is a new one.
export function createResult(checked: CheckedItem, work: Work, projectId: string, at: number) {
  const { item, model, clip: source } = checked;
  const isUpscale = work === 'upscale' && source !== undefined;
  const key = isUpscale ? upscaledKey(source, model.resolution) : randomUUID();
  const workflowId = item.workflow ?? randomUUID();
  const aspect: Aspect = item.aspect === ASPECTS.PORTRAIT ? 'PORTRAIT' : 'LANDSCAPE';
  const [long, short] = isUpscale ? [1920, 1080] : [1280, 720];
  const recipe = recipeOf(checked, work);
  const file = `${FILES[work]}-${aspect.toLowerCase()}`;
  return clip(ids(projectId, workflowId, key), file, {
    title: titleOf(checked, work),
    aspect,
    width: aspect === 'LANDSCAPE' ? long : short,
    height: aspect === 'LANDSCAPE' ? short : long,
    model: model.key,
    seed: Number.parseInt(key.slice(0, 4), 16),
    createdAt: at,
    ...(item.prompt === undefined ? {} : { prompt: item.prompt }),
    ...(recipe ? { recipe } : {}),
  });
}
