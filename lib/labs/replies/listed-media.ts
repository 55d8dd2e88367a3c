import * as z from 'zod/mini';
import { lenient, name, TEXT_AT_MOST, text } from '@/lib/base/lenient';
import { type Media, type SeenMedia, UPSCALED } from '@/lib/flow/media';
import { isElsewhere, readMediaId } from '@/lib/flow/media-id';
import type { OperationError } from '@/lib/flow/operation-state';
import { readableTitle } from '@/lib/flow/readable-title';
import { redirectTo } from '../urls';
import { madeByMode } from './made-by';
import { detailsOfMade, madeSchema, momentOf, urlOf } from './media';
import { readError } from './operation-error';

const fileSchema = z.object({
  fifeUri: lenient(text),
  fifeUrl: lenient(text),
  operation: lenient(z.object({ name: lenient(text) })),
});

/** What a medium was asked for with, in the `media` form (reported): its words, and how it was made. */
const requestSchema = z.object({
  promptInputs: lenient(
    z.array(
      lenient(
        z.object({
          structuredPrompt: lenient(
            z.object({ parts: lenient(z.array(lenient(z.object({ text: lenient(text) })))) }),
          ),
        }),
      ),
    ),
  ),
  videoGenerationRequestData: lenient(
    z.object({
      videoModelControlInput: lenient(z.object({ videoGenerationMode: lenient(name) })),
    }),
  ),
});

/** An entry of `media[]` in replies of the `media` generation (public reports of 2026). */
const entrySchema = z.object({
  name: text,
  projectId: lenient(text),
  workflowId: lenient(name),
  mediaMetadata: lenient(
    z.object({
      mediaTitle: lenient(text),
      requestData: lenient(requestSchema),
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
  video: lenient(
    z.extend(fileSchema, {
      generatedVideo: lenient(madeSchema),
      dimensions: lenient(z.object({ length: lenient(name) })),
    }),
  ),
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
  const { workflowId = id.workflowId } = parsed.data;
  const { mediaStatus, mediaTitle, createTime, requestData } = mediaMetadata ?? {};
  const madeAt = momentOf(createTime);
  const { failureReason, failureReasons = [] } = mediaStatus ?? {};
  const error = readError(mediaStatus?.error, [failureReason, ...failureReasons]);
  const made = video?.generatedVideo ?? image?.generatedImage ?? image?.userUploadedImage;
  const status = mediaStatus?.mediaGenerationStatus;
  const operation = video?.operation?.name;
  const seconds = secondsIn(video?.dimensions?.length);
  const asked = askedFor(requestData);
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
      ...(workflowId !== undefined && { workflowId }),
      title: readableTitle(mediaTitle ?? made?.prompt ?? asked.prompt ?? ''),
      ...asked,
      ...(made && detailsOfMade(made)),
      ...upscaleOf(id.id),
      ...(seconds !== undefined && { seconds }),
      ...redirectTo(id.id),
      ...urlOf('url', (video ?? image)?.fifeUri ?? (video ?? image)?.fifeUrl),
      ...(madeAt !== undefined && { madeAt }),
      seenAt: now,
    },
  };
}

/** The words of a request, and how it asked for a medium to be made; what it does not say is left out. */
function askedFor(data: z.infer<typeof requestSchema> | undefined): Partial<Media> {
  const parts = data?.promptInputs?.flatMap((input) => input?.structuredPrompt?.parts ?? []) ?? [];
  const prompt = parts.map((part) => part?.text ?? '').join('');
  const mode = data?.videoGenerationRequestData?.videoModelControlInput?.videoGenerationMode;
  const madeBy = madeByMode(mode);
  return {
    ...(prompt !== '' && prompt.length <= TEXT_AT_MOST && { prompt }),
    ...(madeBy && { madeBy }),
  };
}

/** An upscaled clip has its source's id with an ending (reported). */
const upscaleOf = (id: string): Partial<Media> =>
  id.endsWith(UPSCALED) ? { madeBy: 'upscale', sourceIds: [id.slice(0, -UPSCALED.length)] } : {};

/** `8s` → 8 (reported); undefined for anything else, and beyond an hour. */
function secondsIn(length: string | undefined): number | undefined {
  const seconds = Number(/^(\d{1,4}(?:\.\d{1,9})?)s$/.exec(length ?? '')?.[1] ?? Number.NaN);
  return seconds > 0 && seconds <= 3600 ? seconds : undefined;
}

/** With the project that its reply does not name. */
export const inProject = (media: SeenMedia, projectId: string): Media => ({ projectId, ...media });
