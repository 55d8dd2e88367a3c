import * as z from 'zod/mini';
import { lenient, TEXT_AT_MOST, text } from '@/lib/base/lenient';
import { aspectFromWire } from '@/lib/flow/aspect';
import { expiresAt, isFileUrl } from '@/lib/flow/file-url';
import type { Media, SeenMedia } from '@/lib/flow/media';
import { readMediaId } from '@/lib/flow/media-id';
import { readableTitle } from '@/lib/flow/readable-title';
import { madeByModel, resolutionOfModel } from './made-by';

/** What replies say of a clip or an image they made: captured, and the same in all lists reported. */
export const madeSchema = z.object({
  mediaGenerationId: lenient(text),
  seed: lenient(z.int().check(z.gte(0))),
  model: lenient(text),
  aspectRatio: lenient(text),
  prompt: lenient(z.string().check(z.maxLength(TEXT_AT_MOST))),
});

/** `operation.metadata.video` of a finished operation (captured). */
export const videoSchema = z.object({
  ...madeSchema.shape,
  fifeUrl: lenient(text),
  fifeUri: lenient(text),
  servingBaseUri: lenient(text),
});

/** The clip a finished operation made; undefined when its id cannot be read. */
export function mediaOf(video: z.infer<typeof videoSchema>, now: number): SeenMedia | undefined {
  const id = readMediaId(video.mediaGenerationId ?? '');
  if (!id) return undefined;
  return {
    ...id,
    kind: id.kind ?? 'video',
    title: readableTitle(video.prompt ?? ''),
    ...detailsOfMade(video),
    ...urlOf('url', video.fifeUrl ?? video.fifeUri),
    ...urlOf('poster', video.servingBaseUri),
    seenAt: now,
  };
}

/** What is known of how a medium was made; what its reply does not say is left out. */
export function detailsOfMade(made: z.infer<typeof madeSchema>) {
  const aspect = aspectFromWire(made.aspectRatio);
  const madeBy = madeByModel(made.model);
  const resolution = resolutionOfModel(made.model);
  return {
    ...(made.prompt !== undefined && { prompt: made.prompt }),
    ...(aspect && { aspect }),
    ...(made.seed !== undefined && { seed: made.seed }),
    ...(made.model !== undefined && { model: made.model }),
    ...(madeBy && { madeBy }),
    ...(resolution && { resolution }),
  };
}

/** A moment in ISO 8601 as epoch ms; undefined for anything else. */
export function momentOf(text: string | undefined): number | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(at) && at > 0 ? at : undefined;
}

/**
 * A URL with the moment it ends, under the two names a media record uses. Only URLs where
 * Flow's files lie are kept: nothing else is ever loaded for a clip.
 */
export function urlOf(name: 'url' | 'poster', url: string | undefined): Partial<Media> {
  if (url === undefined || !isFileUrl(url)) return {};
  const ends = expiresAt(url);
  return { [name]: url, ...(ends !== undefined && { [`${name}ExpiresAt`]: ends }) };
}
