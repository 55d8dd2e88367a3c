/** What a submit cost, or several together. Credits. */
export interface Cost {
  /** Credits that are known to have gone. */
  readonly sure: number;
  /** Credits that may have gone beside them. */
  readonly possible: number;
  /** Submits that may have been charged, nobody knows how much: never added as 0. */
  readonly possibleUnpriced: number;
}

export const NO_COST: Cost = { sure: 0, possible: 0, possibleUnpriced: 0 };

/** What is known of the money of one submit: of a ledger entry, these fields. Credits. */
export interface Charge {
  readonly charged: 'yes' | 'no' | 'unknown';
  /** What the balance lost by it. */
  readonly credits?: number | undefined;
  /** What the button said. */
  readonly price?: number | undefined;
}

/**
 * What a submit cost, as far as anybody knows: the one answer that limits, ledger, lists and
 * notifications share.
 *
 * A balance that has not moved yet proves nothing, so until it is known what became of a submit, it
 * may still cost its price. One that was charged for sure, while nobody saw how much, may have cost
 * its price as well; that it went for nothing is then no possibility.
 */
export function costOf({ charged, credits, price }: Charge): Cost {
  if (charged === 'no') return NO_COST;
  if (charged === 'yes' && credits !== undefined) return { ...NO_COST, sure: credits };
  const possible = Math.max(price ?? 0, credits ?? 0);
  const isPriced = possible > 0 || (charged === 'unknown' && price !== undefined);
  return { ...NO_COST, possible, possibleUnpriced: isPriced ? 0 : 1 };
}

/** Several costs as one. */
export const plusCost = (one: Cost, other: Cost): Cost => ({
  sure: one.sure + other.sure,
  possible: one.possible + other.possible,
  possibleUnpriced: one.possibleUnpriced + other.possibleUnpriced,
});

/** What submits cost together. */
export const costOfAll = (charges: readonly Charge[]): Cost =>
  charges.map(costOf).reduce(plusCost, NO_COST);

/** Credits that went or may have gone, as far as prices are known: what a limit counts. */
export const mostOf = ({ sure, possible }: Cost): number => sure + possible;

/** Whether it is known that nothing went. */
export const isFree = (cost: Cost): boolean => mostOf(cost) === 0 && cost.possibleUnpriced === 0;

/** Whether more may have gone than is known to have. */
export const isOpen = ({ possible, possibleUnpriced }: Cost): boolean =>
  possible > 0 || possibleUnpriced > 0;
