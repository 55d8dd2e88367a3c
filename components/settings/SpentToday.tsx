import { i18n } from '#i18n';
import { spentSince } from '@/lib/ledger/ledger';
import { credits, number } from '@/lib/text/format';
import { useOptionsStore } from '../store/options-store';

/** Credits of today, and what the day's limit leaves of it. */
export function SpentToday({ limit }: { limit: number | undefined }) {
  const { spending } = useOptionsStore();
  const entries = spending.ofToday.value;
  if (!entries) return null;
  const spent = spentSince(entries, spending.today.value);
  return (
    <div class="row">
      <p>
        <b>{i18n.t('limits.today', [credits(spent)])}</b>
        <small>{i18n.t('limits.todayHint')}</small>
      </p>
      {limit !== undefined && <p class="hint">{leftText(spent, limit)}</p>}
    </div>
  );
}

const leftText = (spent: number, limit: number): string =>
  spent > limit
    ? i18n.t('limits.passed', [number(limit)])
    : i18n.t('limits.left', [number(limit - spent), number(limit)]);
