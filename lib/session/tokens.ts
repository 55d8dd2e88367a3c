import * as z from 'zod/mini';
import { defineItem } from '@/lib/store/item';

const tokensSchema = z.record(z.string(), z.object({ token: z.string(), at: z.number() }));

/**
 * Bearer tokens by tab, with the time they were first seen (epoch ms). In the browser's memory
 * only, readable by the extension's own pages only; views read `liveTabs`, which has none.
 */
export const tokens = defineItem(
  'session:tokens',
  tokensSchema,
  {} as z.infer<typeof tokensSchema>,
);
