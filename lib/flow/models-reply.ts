import * as z from 'zod/mini';
import { parseTrpc } from './trpc';

const modelConfig = z.object({
  videoModels: z.array(z.object({ key: z.string(), creditCost: z.optional(z.number()) })),
});

/** Prices in credits by model key, from `videoFx.getVideoModelConfig`. Models without one fall away. */
export function parseModelPrices(body: string): Record<string, number> {
  const parsed = modelConfig.safeParse(parseTrpc(body));
  if (!parsed.success) return {};
  return Object.fromEntries(
    parsed.data.videoModels.flatMap(({ key, creditCost }) =>
      creditCost === undefined ? [] : [[key, creditCost]],
    ),
  );
}
