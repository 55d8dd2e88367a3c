import { i18n } from '#i18n';
import type { LedgerEntry } from '@/lib/job/ledger';
import { credits, priceWords } from './format';

/**
 * What a finished job cost, as the ledger has it: its credits where they are known, “about” the
 * expected ones where nobody knows yet. Undefined where not even those are known.
 */
export function costWords(
  price: number | undefined,
  entry: LedgerEntry | undefined,
): string | undefined {
  const expected = price ?? entry?.price;
  if (entry?.charged === 'no') return priceWords(0);
  if (entry?.charged === 'yes' && entry.credits !== undefined) return priceWords(entry.credits);
  if (expected === undefined) return undefined;
  return entry && expected > 0 ? i18n.t('price.about', [credits(expected)]) : priceWords(expected);
}
