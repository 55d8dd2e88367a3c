import * as z from 'zod/mini';
import { failed, type Result, success } from '@/lib/base/result';
import { parseJson } from './json';
import type { Media } from './media';
import { mediaOf, videoSchema } from './media-reply';
import { PENDING, type Progress, progressOf } from './status';

const operationSchema = z.object({
  operation: z.optional(
    z.object({
      name: z.optional(z.string()),
      metadata: z.optional(z.object({ video: z.optional(videoSchema) })),
      error: z.optional(
        z.object({ code: z.optional(z.number()), message: z.optional(z.string()) }),
      ),
    }),
  ),
  sceneId: z.optional(z.string()),
  status: z.optional(z.string()),
  mediaGenerationId: z.optional(z.string()),
  rawBytes: z.optional(z.string()),
});

const repliesSchema = z.object({
  operations: z.array(operationSchema),
  remainingCredits: z.optional(z.number()),
});

/** How one operation stands. `status` is Flow's word as it came. */
export interface OperationState {
  /** 32 hex digits; absent where the reply carried the finished file itself. */
  readonly name?: string;
  readonly sceneId?: string;
  readonly status: string;
  readonly progress: Progress;
  /** The finished media, when it is done. */
  readonly media?: Media;
  readonly mediaId?: string;
  /** The finished file itself (base64 mp4): the answer to a second upscale of the same clip. */
  readonly rawBytes?: string;
  readonly error?: { readonly code?: number | undefined; readonly message?: string | undefined };
}

export interface OperationsReply {
  readonly operations: readonly OperationState[];
  /** Balance in credits; may be absent while operations run. */
  readonly remainingCredits?: number;
}

/**
 * Parses the reply of a submit or of a status call: the same shape in all captures. Unknown fields
 * fall away; an unknown status stays with its raw word.
 *
 * @param now when it was seen, epoch ms
 */
export function parseOperations(body: string, now: number): Result<OperationsReply, 'unreadable'> {
  const parsed = repliesSchema.safeParse(parseJson(body));
  if (!parsed.success) return failed('unreadable');
  const { operations, remainingCredits } = parsed.data;
  return success({
    operations: operations.map((operation) => stateOf(operation, now)),
    ...(remainingCredits !== undefined && { remainingCredits }),
  });
}

function stateOf(found: z.infer<typeof operationSchema>, now: number): OperationState {
  const { operation, sceneId, rawBytes } = found;
  const status = found.status ?? PENDING;
  const video = operation?.metadata?.video;
  const mediaId = video?.mediaGenerationId ?? found.mediaGenerationId;
  const media = video && mediaOf(video, now);
  return {
    status,
    progress: rawBytes === undefined ? progressOf(status) : 'done',
    ...(operation?.name !== undefined && { name: operation.name }),
    ...(sceneId !== undefined && { sceneId }),
    ...(media && { media }),
    ...(mediaId !== undefined && { mediaId }),
    ...(rawBytes !== undefined && { rawBytes }),
    ...(operation?.error && { error: operation.error }),
  };
}
