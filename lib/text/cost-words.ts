import { i18n } from '#i18n';
import { costOf } from '@/lib/job/cost';
import type { LedgerEntry } from '@/lib/job/ledger';
import { credits, priceWords } from './format';

/**
 * What a finished job cost, as the ledger has it: its credits where they are known, “about” the
 * expected ones where nobody knows yet.
 *
 * @param price what the button said, for a job that the ledger has no entry of
 * @returns undefined where there is neither an entry nor a price
 */
export function costWords(
  price: number | undefined,
  entry: LedgerEntry | undefined,
): string | undefined {
  if (!entry) return price === undefined ? undefined : priceWords(price);
  const { sure, possible, possibleUnpriced } = costOf(entry);
  if (possibleUnpriced > 0) return priceWords(undefined);
  return possible > 0 ? i18n.t('price.about', [credits(possible)]) : priceWords(sure);
}
