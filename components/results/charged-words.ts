import { i18n } from '#i18n';
import type { LedgerEntry } from '@/lib/job/ledger';
import { credits, priceWords } from '../words/format';

/**
 * What a finished take cost, as the ledger has it, beside what the button said. What nobody knows
 * is said to be unknown.
 */
export function chargedWords(price: number | undefined, entry: LedgerEntry | undefined): string {
  const said = price ?? entry?.price;
  if (!entry) return i18n.t('compare.noEntry');
  if (entry.charged === 'no') return said === 0 ? priceWords(0) : i18n.t('compare.notCharged');
  if (entry.charged === 'unknown')
    return said ? i18n.t('compare.maybeOf', [credits(said)]) : i18n.t('compare.maybe');
  if (entry.credits === undefined) return i18n.t('compare.noSum');
  const sum = credits(entry.credits);
  if (said === undefined) return sum;
  return entry.credits === said
    ? i18n.t('compare.asSaid', [sum])
    : i18n.t('compare.notAsSaid', [sum, credits(said)]);
}
