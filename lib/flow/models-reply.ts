import * as z from 'zod/mini';
import { parseTrpc } from './trpc';

const modelConfig = z.object({
  videoModels: z.array(
    z.object({
      key: z.string(),
      creditCost: z.optional(z.number()),
      videoGenerationTimeSeconds: z.optional(z.number()),
    }),
  ),
});

/** What the model list says of each model, by key: its price in credits, its own estimate in seconds. */
export interface ModelFacts {
  readonly prices: Record<string, number>;
  readonly seconds: Record<string, number>;
}

/** Reads `videoFx.getVideoModelConfig`. What a model does not say is left out. */
export function parseModels(body: string): ModelFacts {
  const parsed = modelConfig.safeParse(parseTrpc(body));
  const models = parsed.success ? parsed.data.videoModels : [];
  const read = (value: (model: (typeof models)[number]) => number | undefined) =>
    Object.fromEntries(
      models.flatMap((model) => {
        const found = value(model);
        return found === undefined ? [] : [[model.key, found]];
      }),
    );
  return {
    prices: read(({ creditCost }) => creditCost),
    seconds: read(({ videoGenerationTimeSeconds }) => videoGenerationTimeSeconds),
  };
}
