import { i18n } from '#i18n';
import { costOf } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { credits, priceText } from './format';

/**
 * What a finished job cost, as the ledger has it: its credits where they are known, “about” the
 * expected ones where nobody knows yet.
 *
 * @param price what the button said, for a job that the ledger has no entry of
 * @returns undefined where there is neither an entry nor a price
 */
export function costText(
  price: number | undefined,
  entry: LedgerEntry | undefined,
): string | undefined {
  if (!entry) return price === undefined ? undefined : priceText(price);
  const { sure, possible, possibleUnpriced } = costOf(entry);
  if (possibleUnpriced > 0) return priceText(undefined);
  return possible > 0 ? i18n.t('price.about', [credits(possible)]) : priceText(sure);
}
