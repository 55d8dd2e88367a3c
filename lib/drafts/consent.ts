import * as z from 'zod/mini';
import { type Cost, mostOf } from '@/lib/ledger/cost';
import { type BatchPrice, type Limits, type Question, questionFor } from './limits';

/** What the user has said yes to, question by question: one is no answer to another. Credits. */
export const consentSchema = z.object({
  /** What a batch costs. */
  batch: z.optional(z.number()),
  /** What the day comes to with it. */
  day: z.optional(z.number()),
  /** That nobody knows what it costs. */
  price: z.optional(z.boolean()),
  /** What a batch may cost although the page names less. */
  cheaper: z.optional(z.number()),
  /** What a batch costs by now. */
  dearer: z.optional(z.number()),
  /** That nobody knows what was spent today. */
  spent: z.optional(z.boolean()),
});

export type Consent = z.infer<typeof consentSchema>;

/** What was agreed to before, and to this question as well. */
export function agreed(before: Consent | undefined, question: Question): Consent {
  switch (question.kind) {
    case 'batch':
      return { ...before, batch: question.sum };
    case 'day':
      return { ...before, day: question.spent + question.sum };
    case 'price':
    case 'model':
      return { ...before, price: true };
    case 'cheaper':
      return { ...before, cheaper: question.sum };
    case 'dearer':
      return { ...before, dearer: question.sum };
    case 'spent':
      return { ...before, spent: true };
  }
}

/**
 * What a batch still needs a yes to. A yes holds for what was named in its question: a sum that has grown
 * since is asked about anew.
 *
 * @param spent what was spent today, with what may have been charged
 */
export function stillAsked(
  batch: BatchPrice,
  spent: Cost,
  { batchLimit, dayLimit }: Limits,
  yes: Consent,
): Question | undefined {
  const { sum, named, read } = batch;
  if (sum === undefined)
    return yes.price ? undefined : questionFor(batch, spent, { batchLimit, dayLimit });
  return questionFor(
    {
      ...batch,
      named: sum > (yes.cheaper ?? 0) ? named : undefined,
      read: sum > (yes.dearer ?? 0) ? read : undefined,
    },
    yes.spent ? { ...spent, possibleUnpriced: 0 } : spent,
    {
      batchLimit: sum > (yes.batch ?? 0) ? batchLimit : undefined,
      dayLimit: mostOf(spent) + sum > (yes.day ?? 0) ? dayLimit : undefined,
    },
  );
}
