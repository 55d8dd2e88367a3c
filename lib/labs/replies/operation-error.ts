import * as z from 'zod/mini';
import { lenient, text } from '@/lib/base/lenient';
import type { OperationError } from '@/lib/flow/operation-state';

const errorSchema = z.object({
  code: lenient(z.number()),
  message: lenient(text),
  reason: lenient(text),
  details: lenient(z.array(lenient(z.object({ reason: lenient(text) })))),
});

const REASON = /PUBLIC_ERROR_[A-Z0-9_]{1,80}/;
const MESSAGE_MAX = 200;
/** gRPC: a fault inside. What comes with it is a trace, which says nothing to a user. */
const INTERNAL = 13;

/**
 * Reads an error wherever a reply has it. The reason is looked for in the error, its details, its
 * sentence and in the words beside it; a trace of Google's servers is never kept.
 *
 * @param words what else names a reason, such as `failureReason` of the `media` form
 */
export function readError(
  found: unknown,
  words: readonly (string | undefined)[] = [],
): OperationError | undefined {
  const parsed = errorSchema.safeParse(typeof found === 'string' ? { message: found } : found);
  const { code, message, reason: own, details } = parsed.data ?? {};
  const all = [own, ...(details ?? []).map((detail) => detail?.reason), message, ...words];
  const named = all.map((word) => word?.match(REASON)?.[0]).find((word) => word !== undefined);
  const reason = named ?? (code === INTERNAL ? 'INTERNAL' : undefined);
  const sentence = code === INTERNAL ? undefined : message && oneLine(message);
  if (code === undefined && reason === undefined && sentence === undefined) return undefined;
  return {
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
    ...(sentence !== undefined && { message: sentence }),
  };
}

/** The first line, cut where it is longer than anybody reads. */
function oneLine(message: string): string {
  const [line = ''] = message.trim().split(/[\r\n]/, 1);
  return line.length > MESSAGE_MAX ? `${line.slice(0, MESSAGE_MAX).trimEnd()}…` : line;
}
