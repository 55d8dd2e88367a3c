import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';

const envelope = z.object({
  result: z.object({ data: z.object({ json: z.looseObject({}) }) }),
});

/** What one procedure of the page's own server answered. */
export interface TrpcAnswer {
  readonly procedure: string;
  /** The answer, whether its reply wraps it once more (2025) or not (2026). */
  readonly result: unknown;
}

/**
 * The good answers in a tRPC reply. Calls may be batched (`a,b?batch=1`): then the reply is a list in
 * the order of the URL, and an error of one of them, under HTTP 200 or 207, takes none of the
 * others with it.
 */
export function trpcAnswers(url: string, body: string): TrpcAnswer[] {
  const names = proceduresIn(url);
  const value = parseJson(body);
  const replies: unknown[] = Array.isArray(value) ? value : [value];
  return names.flatMap((procedure, index) => {
    const result = resultIn(replies[index]);
    return result === undefined ? [] : [{ procedure, result }];
  });
}

/** The good answer in the tRPC reply of a call that was not batched. */
export const trpcAnswer = (body: string): unknown => resultIn(parseJson(body));

function resultIn(reply: unknown): unknown {
  const json = envelope.safeParse(reply).data?.result.data.json;
  return json && 'result' in json ? json.result : json;
}

/** Names of the procedures that a URL calls, in its order. */
export function proceduresIn(url: string): string[] {
  const [path = ''] = url.split(/[?#]/, 1);
  return path.slice(path.lastIndexOf('/') + 1).split(/,|%2c/i);
}
