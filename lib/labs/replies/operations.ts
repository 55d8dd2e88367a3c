import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, readEntries, text } from '@/lib/base/lenient';
import { failed, type Result, success } from '@/lib/base/result';
import type { OperationState } from '@/lib/flow/operation-state';
import { FAILED, PENDING, type Progress, progressOf } from '@/lib/flow/status';
import { unknownFields } from '../unknown-fields';
import { type ListedMedia, readListedMedia } from './listed-media';
import { mediaOf, videoSchema } from './media';
import { readError } from './operation-error';

const madeSchema = z.object({ video: lenient(videoSchema) });

const operationSchema = z.object({
  operation: lenient(
    z.object({
      name: lenient(text),
      status: lenient(text),
      metadata: lenient(madeSchema),
      response: lenient(madeSchema),
      error: lenient(z.unknown()),
    }),
  ),
  sceneId: lenient(text),
  status: lenient(text),
  error: lenient(z.unknown()),
  metadata: lenient(madeSchema),
  video: lenient(videoSchema),
  mediaGenerationId: lenient(text),
  rawBytes: lenient(z.string().check(z.minLength(1))),
});

const replySchema = z.object({
  operations: z.optional(z.unknown()),
  media: z.optional(z.unknown()),
  remainingCredits: lenient(z.number().check(z.gte(0))),
});

export interface OperationsReply {
  readonly operations: readonly OperationState[];
  /** Balance in credits; may be absent while operations run. */
  readonly remainingCredits?: number;
  /** Fields of its entries that are not known here. */
  readonly unknownFields: readonly string[];
  /** Entries that could not be read. With none of them and no operation, nothing was started. */
  readonly leftOut: number;
}

/**
 * Parses the reply of a submit or of a status call, in the `operations` form (captured), the `media`
 * form or both at once (reported). It is read entry by entry and field by field: an odd field counts
 * as missing, an odd entry is left out and counted, an unknown status stays with its raw word.
 *
 * @param now when it was seen, epoch ms
 */
export function parseOperations(body: string, now: number): Result<OperationsReply, 'unreadable'> {
  const parsed = replySchema.safeParse(parseJson(body));
  if (!parsed.success) return failed('unreadable');
  const { operations, media, remainingCredits } = parsed.data;
  if (!Array.isArray(operations) && !Array.isArray(media)) return failed('unreadable');
  const found = readEntries(operations, readOperation);
  const listed = readEntries(media, (entry) => readListedMedia(entry, now));
  return success({
    operations: paired(found.entries, listed.entries, now),
    ...(remainingCredits !== undefined && { remainingCredits }),
    unknownFields: [...unknownFields('operations', operations), ...unknownFields('media', media)],
    leftOut: found.leftOut + listed.leftOut,
  });
}

/**
 * The operation that a submit of one request has started: the one with its sceneId, or the only one
 * there is when that has none. One with another sceneId is somebody else's, and a medium that the
 * request was made from is no result of it.
 *
 * @param sources media ids that the request names
 */
export function ownOperation(
  operations: readonly OperationState[],
  sceneId: string,
  sources: readonly string[] = [],
): OperationState | undefined {
  const own = operations.find((operation) => operation.sceneId === sceneId);
  if (own) return own;
  const made = operations.filter(({ form, name = '' }) => !form || !sources.includes(name));
  const [only, ...others] = made;
  return only?.sceneId === undefined && others.length === 0 ? only : undefined;
}

const ENDS: readonly Progress[] = ['done', 'failed'];

/** How the operation of that name stands; of one that is named twice, the state that is its end. */
export function stateNamed(
  operations: readonly OperationState[],
  wanted: string,
): OperationState | undefined {
  const named = operations.filter(({ name }) => name === wanted);
  const ends = ENDS.map((end) => named.find(({ progress }) => progress === end));
  return ends.find((state) => state !== undefined) ?? named[0];
}

type Found = z.infer<typeof operationSchema>;

/** An entry that has nothing to know it by is of no use. */
function readOperation(entry: unknown): Found | undefined {
  const parsed = operationSchema.safeParse(entry);
  if (!parsed.success) return undefined;
  const { operation, sceneId, mediaGenerationId, rawBytes } = parsed.data;
  const marks = [operation?.name, sceneId, mediaGenerationId, rawBytes];
  return marks.some((mark) => mark !== undefined) ? parsed.data : undefined;
}

/**
 * Operations with what `media[]` says of them; media of no operation stand for themselves. The two
 * belong together by name, or because there is one of each.
 */
function paired(found: Found[], listed: ListedMedia[], now: number): OperationState[] {
  const isPair = found.length === 1 && listed.length === 1;
  const mates = found.map(({ operation }) => {
    const name = operation?.name;
    const named = listed.find((media) => [media.operation, media.name].includes(name));
    const [only] = listed;
    const isFree = only && (only.operation === undefined || only.operation === only.name);
    return named ?? (isPair && isFree ? only : undefined);
  });
  const alone = listed.filter((media) => !mates.includes(media));
  return [
    ...found.map((operation, index) => stateOf(operation, mates[index], now)),
    ...alone.map(stateOfMedia),
  ];
}

function stateOf(found: Found, mate: ListedMedia | undefined, now: number): OperationState {
  const { operation, sceneId, rawBytes } = found;
  const error = readError(found.error) ?? readError(operation?.error) ?? mate?.error;
  const word = found.status ?? operation?.status ?? mate?.status;
  const status = word ?? (error ? FAILED : PENDING);
  const video =
    operation?.metadata?.video ??
    operation?.response?.video ??
    found.metadata?.video ??
    found.video;
  const progress = rawBytes === undefined ? progressOf(status) : 'done';
  const media = (video && mediaOf(video, now)) ?? mate?.media;
  const mediaId = media?.id ?? video?.mediaGenerationId ?? found.mediaGenerationId;
  return {
    status,
    progress,
    ...(operation?.name !== undefined && { name: operation.name }),
    ...(sceneId !== undefined && { sceneId }),
    ...(media && progress === 'done' && { media }),
    ...(mediaId !== undefined && { mediaId }),
    ...(rawBytes !== undefined && { rawBytes }),
    ...(error && { error }),
  };
}

function stateOfMedia({ name, status: word, error, media }: ListedMedia): OperationState {
  const status = word ?? (error ? FAILED : PENDING);
  const progress = progressOf(status);
  return {
    name,
    form: 'media',
    status,
    progress,
    ...(progress === 'done' && { media }),
    mediaId: media.id,
    ...(error && { error }),
  };
}
