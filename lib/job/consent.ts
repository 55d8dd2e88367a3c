import * as z from 'zod/mini';
import { type Cost, mostOf } from './cost';
import { type Limits, type Question, questionFor, type WishPrice } from './limits';

/** What the person has said yes to, question by question: one is no answer to another. Credits. */
export const consentSchema = z.object({
  /** What a wish costs. */
  wish: z.optional(z.number()),
  /** What the day comes to with it. */
  day: z.optional(z.number()),
  /** That nobody knows what it costs. */
  price: z.optional(z.boolean()),
  /** What a wish may cost although the page names less. */
  cheaper: z.optional(z.number()),
  /** What a wish costs by now. */
  dearer: z.optional(z.number()),
  /** That nobody knows what was spent today. */
  spent: z.optional(z.boolean()),
});

export type Consent = z.infer<typeof consentSchema>;

/** What was agreed to before, and to this question as well. */
export function agreed(before: Consent | undefined, question: Question): Consent {
  switch (question.kind) {
    case 'wish':
      return { ...before, wish: question.sum };
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
 * What a wish still needs a yes to. A yes holds for what was named in its question: a sum that has grown
 * since is asked about anew.
 *
 * @param spent what was spent today, with what may have been charged
 */
export function stillAsked(
  wish: WishPrice,
  spent: Cost,
  { wishLimit, dayLimit }: Limits,
  yes: Consent,
): Question | undefined {
  const { sum, named, read } = wish;
  if (sum === undefined)
    return yes.price ? undefined : questionFor(wish, spent, { wishLimit, dayLimit });
  return questionFor(
    {
      ...wish,
      named: sum > (yes.cheaper ?? 0) ? named : undefined,
      read: sum > (yes.dearer ?? 0) ? read : undefined,
    },
    yes.spent ? { ...spent, possibleUnpriced: 0 } : spent,
    {
      wishLimit: sum > (yes.wish ?? 0) ? wishLimit : undefined,
      dayLimit: mostOf(spent) + sum > (yes.day ?? 0) ? dayLimit : undefined,
    },
  );
}
