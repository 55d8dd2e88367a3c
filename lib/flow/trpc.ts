import * as z from 'zod/mini';
import { parseJson } from './json';

const envelope = z.object({
  result: z.object({ data: z.object({ json: z.object({ result: z.unknown() }) }) }),
});

/** The result inside a tRPC reply of the page's own server; undefined when it is none. */
export function parseTrpc(body: string): unknown {
  const parsed = envelope.safeParse(parseJson(body));
  return parsed.success ? parsed.data.result.data.json.result : undefined;
}
