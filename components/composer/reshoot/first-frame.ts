import type { Signal } from '@preact/signals';
import { posterUrl } from '@/components/pictures/Poster';
import { isExpired } from '@/components/store/clip-file';
import type { FirstFrame } from '@/components/store/view-store';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { readFrames } from '@/lib/playback/read-frames';
import { ask } from '@/lib/storage/ask';
import { readPicture } from '@/lib/storage/pictures';
import { drawMirrored } from './mirrored';

type Pictures = Signal<ReadonlyMap<string, FirstFrame>>;

/**
 * Gets the first frame of a clip with mirrored surroundings, once for the life of the page: from its
 * file, until then from its still.
 *
 * @returns the way to stop, for when another clip is chosen
 */
export function fetchFirstFrame(pictures: Pictures, media: Media | undefined): () => void {
  const gone = new AbortController();
  if (media?.kind === 'video')
    fetchBest(pictures, media, gone.signal).catch((error: unknown) => {
      if (!gone.signal.aborted) warn('first frame', error);
    });
  return () => gone.abort();
}

async function fetchBest(pictures: Pictures, media: Media, gone: AbortSignal): Promise<void> {
  if (!pictures.peek().has(media.id)) {
    const still = await readStill(media, gone);
    if (still)
      keep(pictures, media.id, await drawMirrored(still, still.width, still.height), false);
  }
  if (pictures.peek().get(media.id)?.isExact || !media.url || isExpired(media)) return;
  let drawn: Promise<Blob> | undefined;
  const clip = { url: media.url, framesPerSecond: FRAMES_PER_SECOND };
  await readFrames(clip, [0], gone, (_, picture) => {
    drawn = drawMirrored(picture, picture.displayWidth, picture.displayHeight);
  });
  if (drawn) keep(pictures, media.id, await drawn, true);
}

function keep(pictures: Pictures, id: string, picture: Blob, isExact: boolean): void {
  const url = URL.createObjectURL(picture);
  const before = pictures.peek().get(id);
  pictures.value = new Map(pictures.peek()).set(id, { url, isExact });
  if (before) URL.revokeObjectURL(before.url);
}

async function readStill(media: Media, gone: AbortSignal): Promise<ImageBitmap | undefined> {
  const url = posterUrl(media);
  const reply =
    url === undefined ? undefined : await fetch(url, { credentials: 'omit', signal: gone });
  const picture = reply?.ok ? await reply.blob() : await ask((from) => readPicture(media.id, from));
  return picture && createImageBitmap(picture);
}
