import { i18n } from '#i18n';
import { NOTHING_SPENT, type Spending } from '@/lib/job/spending';
import { number } from '../words/format';
import { daysWords, dayWords, maybeWords } from './ledger-words';

/** One day of the chart: its start (epoch ms) and what it cost. */
export interface Day {
  readonly at: number;
  readonly spending: Spending;
}

/** Credits of a day in words: 140; 140, up to 10 more. */
export function amountWords(spending: Spending): string {
  const maybe = maybeWords(spending);
  const charged = number(spending.charged);
  return maybe === undefined ? charged : i18n.t('ledger.andMaybe', [charged, maybe]);
}

/** The same in as few letters as fit on a bar: 140, 140–150, 140 + ?. */
export function barWords({ charged, maybe, maybeUnpriced }: Spending): string {
  const sure = number(charged);
  const range = maybe > 0 ? i18n.t('ledger.range', [sure, number(charged + maybe)]) : sure;
  return maybeUnpriced > 0 ? `${range} + ?` : range;
}

/** What the chart shows, in sentences. */
export function chartWords(days: readonly Day[], today: number, limit: number | undefined): string {
  const [first, last] = [days[0]?.at ?? today, days.at(-1)?.at ?? today];
  const height = ({ spending }: Day) => spending.charged + spending.maybe;
  const highest = days.reduce<Day | undefined>(
    (most, day) => (most && height(most) >= height(day) ? most : day),
    undefined,
  );
  const ofToday = days.find(({ at }) => at === today)?.spending ?? NOTHING_SPENT;
  const sentences = [i18n.t('ledger.chartDays', [daysWords(first, last)])];
  if (highest && height(highest) > 0)
    sentences.push(
      i18n.t('ledger.chartHighest', [amountWords(highest.spending), dayWords(highest.at)]),
    );
  sentences.push(i18n.t('ledger.chartToday', [amountWords(ofToday)]));
  if (limit !== undefined) sentences.push(i18n.t('ledger.chartLimit', [number(limit)]));
  return sentences.join(' ');
}
