import { signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { database } from '@/lib/store/database';
import { seekSeconds } from '@/lib/video/frames';
import { posterAddress } from '../parts/Poster';
import { isExpired } from '../state/clip-file';
import { drawMirrored } from './mirrored';

/** Pictures by media id: an address inside the page, and whether it is the file's own frame. */
const pictures = signal<ReadonlyMap<string, { address: string; isExact: boolean }>>(new Map());

/**
 * The first frame of a clip with mirrored surroundings, as an address inside the page; undefined
 * while there is none. It comes from the file, until then from its still.
 */
export const firstFrame = (media: Media | undefined): string | undefined =>
  media && pictures.value.get(media.id)?.address;

/**
 * Gets the first frame of a clip, once for the life of the page.
 *
 * @returns the way to stop, for when another clip is chosen
 */
export function fetchFirstFrame(media: Media | undefined): () => void {
  const gone = new AbortController();
  if (media?.kind === 'video')
    fetchBest(media, gone.signal).catch((error: unknown) => {
      if (!gone.signal.aborted) warn('first frame', error);
    });
  return () => gone.abort();
}

async function fetchBest(media: Media, gone: AbortSignal): Promise<void> {
  if (!pictures.peek().has(media.id)) {
    const still = await readStill(media, gone);
    if (still) await keep(media.id, still, still.width, still.height, false);
  }
  if (pictures.peek().get(media.id)?.isExact || !media.address || isExpired(media)) return;
  const video = await showFirst(media.address, gone);
  await keep(media.id, video, video.videoWidth, video.videoHeight, true);
  video.removeAttribute('src');
  video.load();
}

async function keep(
  id: string,
  source: CanvasImageSource,
  width: number,
  height: number,
  isExact: boolean,
): Promise<void> {
  const address = URL.createObjectURL(await drawMirrored(source, width, height));
  const before = pictures.peek().get(id);
  pictures.value = new Map(pictures.peek()).set(id, { address, isExact });
  if (before) URL.revokeObjectURL(before.address);
}

async function readStill(media: Media, gone: AbortSignal): Promise<ImageBitmap | undefined> {
  const address = posterAddress(media);
  const reply =
    address === undefined ? undefined : await fetch(address, { credentials: 'omit', signal: gone });
  const picture = reply?.ok ? await reply.blob() : (await database.pictures.get(media.id))?.picture;
  return picture && createImageBitmap(picture);
}

/** A video that stands at its first frame. */
function showFirst(address: string, gone: AbortSignal): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  return new Promise((resolve, reject) => {
    gone.addEventListener('abort', () => {
      video.removeAttribute('src');
      reject(gone.reason);
    });
    video.crossOrigin = 'anonymous';
    video.muted = true;
    video.preload = 'metadata';
    video.onerror = () => reject(video.error);
    video.onloadedmetadata = () => {
      video.currentTime = seekSeconds(0, FRAMES_PER_SECOND);
    };
    video.onseeked = () => resolve(video);
    video.src = address;
  });
}
