import { i18n } from '#i18n';
import { costOf, isFree } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { credits, priceText } from '@/lib/text/format';

/**
 * What a finished take cost, as the ledger has it, beside what the button said. What nobody knows
 * is said to be unknown.
 */
export function chargedText(entry: LedgerEntry | undefined): string {
  if (!entry) return i18n.t('compare.noEntry');
  const { price } = entry;
  const cost = costOf(entry);
  if (isFree(cost)) return price === 0 ? priceText(0) : i18n.t('compare.notCharged');
  if (cost.possibleUnpriced > 0) return i18n.t('compare.possible');
  if (cost.possible > 0) return i18n.t('compare.possibleOf', [credits(cost.possible)]);
  const sum = credits(cost.sure);
  if (price === undefined) return sum;
  return cost.sure === price
    ? i18n.t('compare.asSaid', [sum])
    : i18n.t('compare.notAsSaid', [sum, credits(price)]);
}
