import * as z from 'zod/mini';
import { lenient, text } from '@/lib/base/lenient';
import type { Media, SeenMedia } from '@/lib/flow/media';
import { isElsewhere, readMediaId } from '@/lib/flow/media-id';
import type { OperationError } from '@/lib/flow/operation-state';
import { readableTitle } from '@/lib/flow/readable-title';
import { redirectTo } from '../urls';
import { detailsOfMade, madeSchema, momentOf, urlOf } from './media';
import { readError } from './operation-error';

const fileSchema = z.object({
  fifeUri: lenient(text),
  fifeUrl: lenient(text),
  operation: lenient(z.object({ name: lenient(text) })),
});

/** An entry of `media[]` in replies of the `media` generation (public reports of 2026). */
const entrySchema = z.object({
  name: text,
  projectId: lenient(text),
  mediaMetadata: lenient(
    z.object({
      mediaTitle: lenient(text),
      createTime: lenient(text),
      mediaStatus: lenient(
        z.object({
          mediaGenerationStatus: lenient(text),
          error: lenient(z.unknown()),
          failureReason: lenient(text),
          failureReasons: lenient(z.array(lenient(text))),
        }),
      ),
    }),
  ),
  video: lenient(z.extend(fileSchema, { generatedVideo: lenient(madeSchema) })),
  image: lenient(
    z.extend(fileSchema, {
      generatedImage: lenient(madeSchema),
      userUploadedImage: lenient(madeSchema),
    }),
  ),
});

/** One medium of such a reply: what it is, and how its making stands. */
export interface ListedMedia {
  /** Its media id: also the handle to ask for it. */
  readonly name: string;
  /** The operation that makes it, where the reply names one. */
  readonly operation?: string;
  /** Flow's word as it came; finished media of a project have none. */
  readonly status?: string;
  readonly error?: OperationError;
  readonly media: SeenMedia;
}

/**
 * Reads an entry of `media[]`. Its files have no URL there: the page's own redirecting ones
 * stand in for them.
 */
export function readListedMedia(entry: unknown, now: number): ListedMedia | undefined {
  const parsed = entrySchema.safeParse(entry);
  const id = parsed.success ? readMediaId(parsed.data.name) : undefined;
  if (!parsed.success || !id || isElsewhere(id, parsed.data.projectId)) return undefined;
  const { projectId = id.projectId, mediaMetadata, video, image } = parsed.data;
  const { mediaStatus, mediaTitle, createTime } = mediaMetadata ?? {};
  const madeAt = momentOf(createTime);
  const { failureReason, failureReasons = [] } = mediaStatus ?? {};
  const error = readError(mediaStatus?.error, [failureReason, ...failureReasons]);
  const made = video?.generatedVideo ?? image?.generatedImage ?? image?.userUploadedImage;
  const status = mediaStatus?.mediaGenerationStatus;
  const operation = video?.operation?.name;
  return {
    name: id.id,
    ...(operation !== undefined && { operation }),
    ...(status !== undefined && { status }),
    ...(error && { error }),
    media: {
      id: id.id,
      key: id.key,
      kind: image && !video ? 'image' : 'video',
      ...(projectId !== undefined && { projectId }),
      title: readableTitle(mediaTitle ?? made?.prompt ?? ''),
      ...(made && detailsOfMade(made)),
      ...redirectTo(id.id),
      ...urlOf('url', (video ?? image)?.fifeUri ?? (video ?? image)?.fifeUrl),
      ...(madeAt !== undefined && { madeAt }),
      seenAt: now,
    },
  };
}

/** With the project that its reply does not name. */
export const inProject = (media: SeenMedia, projectId: string): Media => ({ projectId, ...media });
