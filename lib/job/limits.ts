/** Limits of the person's own, in credits. Absent: no limit. */
export interface Limits {
  readonly wishLimit?: number | undefined;
  readonly dayLimit?: number | undefined;
}

/** What must be confirmed before a wish may go out. Sums and limits in credits. */
export type Question =
  | { readonly kind: 'wish'; readonly sum: number; readonly limit: number }
  | {
      readonly kind: 'day';
      readonly sum: number;
      readonly spent: number;
      readonly limit: number;
    }
  /** A limit is set, and the price is not known. */
  | { readonly kind: 'price' };

/**
 * Whether a wish needs the person's yes.
 *
 * @param sum expected credits; undefined where the price is unknown
 * @param spent credits of today, those that may have been charged among them
 */
export function questionFor(
  sum: number | undefined,
  spent: number,
  { wishLimit, dayLimit }: Limits,
): Question | undefined {
  if (wishLimit === undefined && dayLimit === undefined) return undefined;
  if (sum === undefined) return { kind: 'price' };
  if (sum === 0) return undefined;
  if (wishLimit !== undefined && sum > wishLimit) return { kind: 'wish', sum, limit: wishLimit };
  if (dayLimit !== undefined && spent + sum > dayLimit)
    return { kind: 'day', sum, spent, limit: dayLimit };
  return undefined;
}
