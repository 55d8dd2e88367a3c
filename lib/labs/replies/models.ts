import * as z from 'zod/mini';
import { lenient, name, readEntries } from '@/lib/base/lenient';
import { type ModelList, tierPriceKey } from '@/lib/flow/models';

const cost = lenient(z.int().check(z.gte(0)));
const seconds = lenient(z.number().check(z.gt(0)));
const mapped = lenient(z.object({ cost }));

/** A model of the list of 2025 (one price) or of 2026 (a price for each tier of service). */
const modelSchema = z.object({
  key: name,
  creditCost: cost,
  creditMapping: lenient(
    z.object({
      SERVICE_TIER_ENTRY: mapped,
      SERVICE_TIER_INTERMEDIATE: mapped,
      SERVICE_TIER_ADVANCED: mapped,
    }),
  ),
  videoGenerationTimeSeconds: seconds,
  generationTimeSeconds: seconds,
});

const listSchema = z.object({ videoModels: z.array(z.unknown()) });
const openingSchema = z.object({
  modelConfig: z.object({ videoModelFamilies: z.array(z.unknown()) }),
});
const familySchema = z.object({ usages: z.array(z.unknown()) });

/**
 * Reads the answer of `videoFx.getVideoModelConfig` or of `flow.projectInitialData`. Each price is
 * for itself: a whole number of credits, or left out (`UNAVAILABLE` is reported).
 *
 * @returns undefined when there is no list of models in it
 */
export function parseModels(answer: unknown): ModelList | undefined {
  const list = listSchema.safeParse(answer);
  const opening = openingSchema.safeParse(answer);
  const families = readEntries(
    opening.data?.modelConfig.videoModelFamilies,
    (family) => familySchema.safeParse(family).data,
  );
  if (!list.success && !opening.success) return undefined;
  const raw = list.data?.videoModels ?? families.entries.flatMap(({ usages }) => usages);
  const models = readEntries(raw, (model) => modelSchema.safeParse(model).data);
  const table = (read: (model: Model) => (readonly [string, number | undefined])[]) =>
    Object.fromEntries(
      models.entries
        .flatMap(read)
        .flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
  return {
    keys: models.entries.map(({ key }) => key),
    prices: table(({ key, creditCost }) => [[key, creditCost]]),
    tierPrices: table(({ key, creditMapping }) => [
      [tierPriceKey(key, 'free'), creditMapping?.SERVICE_TIER_ENTRY?.cost],
      [tierPriceKey(key, 'pro'), creditMapping?.SERVICE_TIER_INTERMEDIATE?.cost],
      [tierPriceKey(key, 'ultra'), creditMapping?.SERVICE_TIER_ADVANCED?.cost],
    ]),
    seconds: table(({ key, videoGenerationTimeSeconds, generationTimeSeconds }) => [
      [key, videoGenerationTimeSeconds ?? generationTimeSeconds],
    ]),
    leftOut: models.leftOut + families.leftOut,
  };
}

type Model = z.infer<typeof modelSchema>;
