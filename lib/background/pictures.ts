import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { ask } from '@/lib/storage/ask';
import { readPicture, storePicture } from '@/lib/storage/pictures';

const WIDTH = 192;

/**
 * Keeps a small poster of a clip or an image that a job is about: signed URLs end, and the
 * history must not go blank. Best effort: a poster that cannot be had is left out.
 */
export async function keepPicture(media: Media | undefined): Promise<void> {
  if (media?.poster === undefined) return;
  try {
    if ((await ask((from) => readPicture(media.id, from))) !== undefined) return;
    const reply = await fetch(media.poster, { credentials: 'omit' });
    if (!reply.ok) return;
    await storePicture(media.id, await shrink(await reply.blob()));
  } catch (error) {
    warn('picture', error);
  }
}

async function shrink(poster: Blob): Promise<Blob> {
  const image = await createImageBitmap(poster, { resizeWidth: WIDTH, resizeQuality: 'medium' });
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
