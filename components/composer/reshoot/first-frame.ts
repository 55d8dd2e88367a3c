import { signal } from '@preact/signals';
import { posterAddress } from '@/components/pictures/Poster';
import { isExpired } from '@/components/store/clip-file';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { readPicture } from '@/lib/store/pictures';
import { readFrames } from '@/lib/video/read-frames';
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
    if (still) keep(media.id, await drawMirrored(still, still.width, still.height), false);
  }
  if (pictures.peek().get(media.id)?.isExact || !media.address || isExpired(media)) return;
  let drawn: Promise<Blob> | undefined;
  const clip = { address: media.address, framesPerSecond: FRAMES_PER_SECOND };
  await readFrames(clip, [0], gone, (_, picture) => {
    drawn = drawMirrored(picture, picture.displayWidth, picture.displayHeight);
  });
  if (drawn) keep(media.id, await drawn, true);
}

function keep(id: string, picture: Blob, isExact: boolean): void {
  const address = URL.createObjectURL(picture);
  const before = pictures.peek().get(id);
  pictures.value = new Map(pictures.peek()).set(id, { address, isExact });
  if (before) URL.revokeObjectURL(before.address);
}

async function readStill(media: Media, gone: AbortSignal): Promise<ImageBitmap | undefined> {
  const address = posterAddress(media);
  const reply =
    address === undefined ? undefined : await fetch(address, { credentials: 'omit', signal: gone });
  const picture = reply?.ok ? await reply.blob() : await readPicture(media.id);
  return picture && createImageBitmap(picture);
}
