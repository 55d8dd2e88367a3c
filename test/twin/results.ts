import { randomUUID } from 'node:crypto';
import { clip, ids, type Media } from './media';
import type { Action } from './models';
import type { CheckedItem } from './submit-checks';

const NAMES: Record<Action, string> = {
  extend: 'extended',
  reshoot: 'reshot',
  upscale: '1080p',
  references: 'from references',
};

const upscaledKey = (source: Media) => `${source.mediaKey}_upsampled`;

export function isUpscaleOf(media: Media, source: Media | undefined): boolean {
  return source !== undefined && media.mediaKey === upscaledKey(source);
}

// Each action has a clip of its own for each aspect, so that a test can tell results apart.
export function createResult(item: CheckedItem, action: Action): Media {
  const { aspect, model, seed, prompt, projectId, media } = item;
  const [source] = media;
  const upscaled = action === 'upscale';
  const key = upscaled && source ? upscaledKey(source) : randomUUID();
  const name = upscaled ? 'upscaled' : action;
  const [long, short] = upscaled ? [1920, 1080] : [1280, 720];
  return clip(ids(projectId, randomUUID(), key), `${name}-${aspect.toLowerCase()}`, {
    title: `${(action === 'references' ? prompt : source?.title) ?? 'Clip'} (${NAMES[action]})`,
    aspect,
    width: aspect === 'LANDSCAPE' ? long : short,
    height: aspect === 'LANDSCAPE' ? short : long,
    model: model.key,
    seed,
    ...(prompt ? { prompt } : {}),
  });
}
