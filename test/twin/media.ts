import { fileURLToPath } from 'node:url';
import { encodeMediaId } from './media-id';
import type { Aspect } from './models';

// What a clip was made from, as flow.google.com says it.
export interface Recipe {
  family: 'frames' | 'ingredients' | 'derived' | 'extend';
  inputs?: readonly { role: 'start' | 'end' | 'reference'; mediaKey: string }[];
  source?: string; // media key of what was edited, upscaled or extended
}

export interface Media {
  mediaId: string;
  mediaKey: string;
  kind: 'video' | 'image';
  projectId: string; // for an uploaded image the project it was put in; its id does not name it
  workflowId: string;
  title: string;
  prompt?: string;
  aspect: Aspect; // an image says LANDSCAPE unless it is higher than wide
  frames?: number;
  width: number;
  height: number;
  file: string;
  poster: string;
  model?: string;
  seed?: number;
  recipe?: Recipe;
  createdAt?: number; // when an operation made it, on the twin's clock
}

const mediaFile = (name: string) => fileURLToPath(new URL(`./media/${name}`, import.meta.url));

type Ids = Pick<Media, 'projectId' | 'workflowId' | 'mediaKey'>;

export function clip(
  ids: Ids,
  file: string,
  about: Partial<Media> & Pick<Media, 'title'>,
): Readonly<Media> {
  const portrait = about.aspect === 'PORTRAIT';
  return {
    ...ids,
    mediaId: encodeMediaId({ kind: 'video', ...ids }),
    kind: 'video',
    aspect: 'LANDSCAPE',
    frames: 192,
    width: portrait ? 720 : 1280,
    height: portrait ? 1280 : 720,
    file: mediaFile(`${file}.mp4`),
    poster: mediaFile(`${file}.jpg`),
    model: 'veo_3_1_t2v_fast_ultra',
    ...about,
  };
}

export function image(
  ids: Ids,
  file: string,
  about: Partial<Media> & Pick<Media, 'title'>,
  uploaded = false,
): Readonly<Media> {
  const { projectId, ...others } = ids;
  return {
    ...ids,
    mediaId: encodeMediaId({ kind: 'image', ...others, ...(uploaded ? {} : { projectId }) }),
    kind: 'image',
    aspect: 'LANDSCAPE',
    width: 512,
    height: 512,
    file: mediaFile(`${file}.jpg`),
    poster: mediaFile(`${file}.jpg`),
    ...(uploaded ? {} : { model: 'GEM_PIX' }),
    ...about,
  };
}

export function ids(projectId: string, workflowId: string, mediaKey: string): Ids {
  return { projectId, workflowId, mediaKey };
}
