import { computed } from '@preact/signals';
import { i18n } from '#i18n';
import { dayStart, spentSince } from '@/lib/job/ledger';
import { entriesSince } from '@/lib/store/ledger-queries';
import { credits, number } from '@/lib/text/format';
import { liveRows } from '../store/live';
import { now } from '../store/now';

const since = computed(() => dayStart(now.value));

const entries = liveRows(
  () => String(since.value),
  (start) => entriesSince(Number(start)),
);

/** Credits of today, and what the day's limit leaves of it. */
export function SpentToday({ limit }: { limit: number | undefined }) {
  if (!entries.value) return null;
  const spent = spentSince(entries.value, since.value);
  return (
    <div class="row">
      <p>
        <b>{i18n.t('limits.today', [credits(spent)])}</b>
        <small>{i18n.t('limits.todayHint')}</small>
      </p>
      {limit !== undefined && <p class="hint">{leftWords(spent, limit)}</p>}
    </div>
  );
}

const leftWords = (spent: number, limit: number): string =>
  spent > limit
    ? i18n.t('limits.passed', [number(limit)])
    : i18n.t('limits.left', [number(limit - spent), number(limit)]);
