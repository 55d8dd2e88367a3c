import { type Cost, mostOf } from '@/lib/ledger/cost';

/** Limits of the user's own, in credits. Absent: no limit. */
export interface Limits {
  readonly batchLimit?: number | undefined;
  readonly dayLimit?: number | undefined;
}

/** What must be confirmed before a batch may go out. Sums and limits in credits. */
export type Question =
  | { readonly kind: 'batch'; readonly sum: number; readonly limit: number }
  | {
      readonly kind: 'day';
      readonly sum: number;
      readonly spent: number;
      readonly limit: number;
    }
  /** A limit is set, and the price is not known. */
  | { readonly kind: 'price' }
  /** No limit is set, and the page uses a model that is not known here, whose price nobody has told. */
  | { readonly kind: 'model' }
  /** The page's list names less than such a batch is known to cost. */
  | { readonly kind: 'cheaper'; readonly sum: number; readonly named: number }
  /** It costs more by now than the user has read. */
  | { readonly kind: 'dearer'; readonly sum: number; readonly before: number }
  /** A limit of the day is set, and nobody knows what was spent of it. */
  | { readonly kind: 'spent'; readonly sum: number; readonly limit: number };

/** What a batch costs, as far as anybody knows. Credits. */
export interface BatchPrice {
  /** What it may cost; undefined where the price is unknown. */
  readonly sum: number | undefined;
  /** What the page's list says of it, where that is known. */
  readonly named?: number | undefined;
  /** What the user has read, where that is not looked at anyway. */
  readonly read?: number | undefined;
  /** All its models are known here, whatever they cost. */
  readonly isKnown?: boolean;
}

/**
 * Whether a batch needs the user's yes.
 *
 * @param spent what was spent today, with what may have been charged
 */
export function questionFor(
  { sum, named, read, isKnown = true }: BatchPrice,
  spent: Cost,
  { batchLimit, dayLimit }: Limits,
): Question | undefined {
  const isLimited = batchLimit !== undefined || dayLimit !== undefined;
  if (sum === undefined) {
    if (isLimited) return { kind: 'price' };
    return isKnown ? undefined : { kind: 'model' };
  }
  if (named !== undefined && named < sum) return { kind: 'cheaper', sum, named };
  if (read !== undefined && sum > read) return { kind: 'dearer', sum, before: read };
  if (sum === 0) return undefined;
  if (batchLimit !== undefined && sum > batchLimit)
    return { kind: 'batch', sum, limit: batchLimit };
  if (dayLimit === undefined) return undefined;
  if (mostOf(spent) + sum > dayLimit)
    return { kind: 'day', sum, spent: mostOf(spent), limit: dayLimit };
  return spent.possibleUnpriced > 0 ? { kind: 'spent', sum, limit: dayLimit } : undefined;
}
