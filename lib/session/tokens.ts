import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';

/** A token that the API refuses, though the page's session URL goes on giving it. */
const refusalSchema = z.object({
  /** How often it was refused, with a pause after each. */
  times: z.int(),
  /** Not used before this moment (epoch ms); absent once it was tried often enough. */
  until: z.optional(z.number()),
});

const tokensSchema = z.record(
  z.string(),
  z.object({
    token: z.string(),
    /** The account that the session URL named beside it: it is used for no other. */
    account: z.string(),
    at: z.number(),
    refusal: z.optional(refusalSchema),
  }),
);

export type HeldToken = z.infer<typeof tokensSchema>[string];

/**
 * Bearer tokens by tab, with the time they were first seen (epoch ms). In the browser's memory
 * only, readable by the extension's own pages only; views read `liveTabs`, which has none.
 */
export const tokens = defineItem('session:tokens', tokensSchema, {});
