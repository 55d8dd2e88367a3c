import * as z from 'zod/mini';
import { expiresAt } from './addresses';
import { aspectFromWire } from './aspect';
import type { Media } from './media';
import { decodeMediaId } from './media-id';

/** `operation.metadata.video` of a finished operation (captured). */
export const videoSchema = z.object({
  mediaGenerationId: z.string(),
  fifeUrl: z.optional(z.string()),
  servingBaseUri: z.optional(z.string()),
  seed: z.optional(z.number()),
  model: z.optional(z.string()),
  aspectRatio: z.optional(z.string()),
  prompt: z.optional(z.string()),
});

/** The clip a finished operation made; undefined when its id does not decode. */
export function mediaOf(video: z.infer<typeof videoSchema>, now: number): Media | undefined {
  const id = decodeMediaId(video.mediaGenerationId);
  if (!id.ok || id.value.projectId === undefined) return undefined;
  const aspect = aspectFromWire(video.aspectRatio);
  return {
    id: video.mediaGenerationId,
    key: id.value.mediaKey,
    kind: id.value.kind,
    projectId: id.value.projectId,
    title: video.prompt ?? '',
    ...(video.prompt !== undefined && { prompt: video.prompt }),
    ...(aspect && { aspect }),
    ...(video.seed !== undefined && { seed: video.seed }),
    ...(video.model !== undefined && { model: video.model }),
    ...addressOf('address', video.fifeUrl),
    ...addressOf('poster', video.servingBaseUri),
    seenAt: now,
  };
}

/** An address with the moment it ends, under the two names a media record uses. */
export function addressOf(name: 'address' | 'poster', url: string | undefined): Partial<Media> {
  if (url === undefined || !url.startsWith('https://')) return {};
  const ends = expiresAt(url);
  return { [name]: url, ...(ends !== undefined && { [`${name}ExpiresAt`]: ends }) };
}
