import type { OperationError } from '@/lib/flow/operation-state';
import { listAt, textAt, wholeAt } from './positions';

const REASON = /PUBLIC_ERROR_[A-Z0-9_]{1,80}/;
const MESSAGE_MAX = 200;
/** gRPC: a fault inside. */
const INTERNAL = 13;

/**
 * Why a generation came to nothing: `[4, [code, "PUBLIC_ERROR_…"], ["PROMINENT_PERSON"]]`. A sentence may
 * stand in the reason's place, and in the words' (reported). A fault of Flow's own brings a trace, which
 * is not kept.
 */
export function readStatusError(status: unknown): OperationError | undefined {
  const [code, said] = [wholeAt(status, 1, 0), textAt(status, 1, 1)];
  const words = listAt(status, 2).flatMap((_, index) => textAt(status, 2, index) ?? []);
  const named = [said, ...words].map((word) => word?.match(REASON)?.[0]).find((word) => word);
  const reason = named ?? (code === INTERNAL ? 'INTERNAL' : undefined);
  const sentences = [said, ...words].filter((word) => word !== undefined && !REASON.test(word));
  const message = code === INTERNAL ? '' : oneLine([...new Set(sentences)].join(', '));
  if (code === undefined && reason === undefined && message === '') return undefined;
  return {
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
    ...(message !== '' && { message }),
  };
}

function oneLine(words: string): string {
  const [line = ''] = words.trim().split(/[\r\n]/, 1);
  return line.length > MESSAGE_MAX ? `${line.slice(0, MESSAGE_MAX).trimEnd()}…` : line;
}
