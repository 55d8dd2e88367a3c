import { i18n } from '#i18n';
import { type Cost, mostOf } from '@/lib/ledger/cost';
import { NOTHING_SPENT, type Spending } from '@/lib/ledger/spending';
import { number } from '@/lib/text/format';
import { joinSentences } from '@/lib/text/sentences';
import { daysText, dayText, possibleText } from './ledger-text';

/** One day of the chart: its start (epoch ms) and what it cost. */
export interface Day {
  readonly at: number;
  readonly spending: Spending;
}

/** Credits of a day in words: 140; 140, up to 10 more. */
export function amountText(spending: Cost): string {
  const possible = possibleText(spending);
  const sure = number(spending.sure);
  return possible === undefined ? sure : i18n.t('ledger.andPossible', [sure, possible]);
}

/** The same in as few letters as fit on a bar: 140, 140–150, 140 + ?. */
export function barText(cost: Cost): string {
  const sure = number(cost.sure);
  const range = cost.possible > 0 ? i18n.t('ledger.range', [sure, number(mostOf(cost))]) : sure;
  return cost.possibleUnpriced > 0 ? `${range} + ?` : range;
}

/** What the chart shows, in sentences. */
export function chartText(days: readonly Day[], today: number, limit: number | undefined): string {
  const [first, last] = [days[0]?.at ?? today, days.at(-1)?.at ?? today];
  const height = ({ spending }: Day) => mostOf(spending);
  const highest = days.reduce<Day | undefined>(
    (most, day) => (most && height(most) >= height(day) ? most : day),
    undefined,
  );
  const ofToday = days.find(({ at }) => at === today)?.spending ?? NOTHING_SPENT;
  const sentences = [i18n.t('ledger.chartDays', [daysText(first, last)])];
  if (highest && height(highest) > 0)
    sentences.push(
      i18n.t('ledger.chartHighest', [amountText(highest.spending), dayText(highest.at)]),
    );
  sentences.push(i18n.t('ledger.chartToday', [amountText(ofToday)]));
  if (limit !== undefined) sentences.push(i18n.t('ledger.chartLimit', [number(limit)]));
  return joinSentences(sentences);
}
