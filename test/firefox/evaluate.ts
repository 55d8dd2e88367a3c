import * as z from 'zod/mini';
import type { Bidi } from './bidi';

const outcome = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('success'),
    result: z.object({ value: z.optional(z.string()) }),
  }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

/** What can be handed to a browser and back. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * Runs a function in a page. It is sent as text: it sees nothing but what it is given.
 *
 * @param context id of the page
 * @throws what it throws there
 */
export async function evaluateIn<Given extends Json[], Got>(
  { send }: Bidi,
  context: string,
  run: (...given: Given) => Got | Promise<Got>,
  given: Given,
): Promise<Got> {
  const reply = await send('script.callFunction', {
    functionDeclaration: `async (given) => JSON.stringify([await (${run})(...JSON.parse(given))])`,
    arguments: [{ type: 'string', value: JSON.stringify(given) }],
    target: { context },
    awaitPromise: true,
    // Some calls of a browser are only for a press of the user.
    userActivation: true,
  });
  const parsed = outcome.parse(reply);
  if (parsed.type === 'exception') throw new Error(parsed.exceptionDetails.text);
  return JSON.parse(parsed.result.value ?? '[]')[0];
}
