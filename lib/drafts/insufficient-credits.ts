import type { Draft } from './draft';
import { jobCount } from './price';

/** A batch that costs more than there is. Sums in credits. */
export interface InsufficientCredits {
  readonly needed: number;
  readonly left: number;
  /** Price of one move, take or clip. */
  readonly each: number;
  /** The same batch with as many of them as the balance allows; absent where it allows none. */
  readonly fewer?: Draft;
}

/**
 * How a batch and the balance stand to each other.
 *
 * @returns undefined where the balance is enough, or price or balance are not known
 */
export function insufficientCreditsOf(
  draft: Draft,
  price: number | undefined,
  balance: number | undefined,
): InsufficientCredits | undefined {
  if (price === undefined || balance === undefined || price <= balance) return undefined;
  const each = price / jobCount(draft);
  const fewer =
    Math.floor(balance / each) >= 1 ? part(draft, Math.floor(balance / each)) : undefined;
  return { needed: price, left: balance, each, ...(fewer && { fewer }) };
}

/** The first moves of a reshoot, or fewer takes. Which clips an upscale leaves out is no guess of ours. */
function part(draft: Draft, count: number): Draft | undefined {
  if (draft.action === 'upscale') return undefined;
  return draft.action === 'reshoot'
    ? { ...draft, moves: draft.moves.slice(0, count) }
    : { ...draft, takes: count };
}
