import { i18n } from '#i18n';
import type { Period } from '@/components/store/spending';
import { once } from '@/lib/base/once';
import type { Move } from '@/lib/flow/moves';
import type { Job } from '@/lib/jobs/job';
import { type Cost, costOf } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import type { Spending } from '@/lib/ledger/spending';
import { locale, number } from '@/lib/text/format';
import { listText } from '@/lib/text/list';

const dayFormat = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }));
const shortDay = once(() => new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }));
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const timeFormat = once(() => new Intl.DateTimeFormat(locale(), time));
const momentFormat = once(
  () =>
    new Intl.DateTimeFormat(locale(), {
      ...{ day: 'numeric', month: 'short', year: 'numeric' },
      ...time,
    }),
);

/** A day in full (epoch ms): November 20, 2026. */
export const dayText = (day: number): string => dayFormat().format(day);

/** Nov 20. */
export const shortDayText = (day: number): string => shortDay().format(day);

/** From one day to another, both included: November 7 – 20, 2026. */
export const daysText = (first: number, last: number): string =>
  dayFormat().formatRange(first, last);

/** When a submit went out: Today 14:32, or Nov 19, 2026, 21:17. */
export const momentText = (at: number, today: number): string =>
  at >= today ? i18n.t('ledger.todayAt', [timeFormat().format(at)]) : momentFormat().format(at);

export const periodText = (period: Period): string =>
  period === 'all' ? i18n.t('ledger.all') : i18n.t('ledger.lastDays', [number(period)]);

const joined = (parts: readonly (string | undefined)[]): string =>
  listText(parts.filter((part) => part !== undefined));

const unpricedText = (count: number): string | undefined =>
  count > 0 ? i18n.t('ledger.unpriced', count, [number(count)]) : undefined;

/** What the buttons said: 60; free; 40, 1 price unknown. */
export function saidText({ price, unpriced }: Spending): string {
  if (price === 0 && unpriced === 0) return i18n.t('price.free');
  return joined([price > 0 ? number(price) : undefined, unpricedText(unpriced)]);
}

/** What may have gone beside what went: up to 20; undefined where nothing may have. */
export function possibleText({ possible, possibleUnpriced }: Cost): string | undefined {
  const words = joined([
    possible > 0 ? i18n.t('ledger.upTo', [number(possible)]) : undefined,
    unpricedText(possibleUnpriced),
  ]);
  return words === '' ? undefined : words;
}

/** What the button said of one submit: 10, free, price unknown. */
export function priceOfEntry({ price }: LedgerEntry): string {
  if (price === undefined) return i18n.t('price.unknown');
  return price === 0 ? i18n.t('price.free') : number(price);
}

/** What one submit cost: 10, 0, free, up to 10, price unknown. */
export function costOfEntry(entry: LedgerEntry): string {
  const { sure, possible, possibleUnpriced } = costOf(entry);
  if (possibleUnpriced > 0) return i18n.t('price.unknown');
  if (possible > 0) return i18n.t('ledger.upTo', [number(possible)]);
  return sure === 0 && entry.price === 0 ? i18n.t('price.free') : number(sure);
}

/** The camera move of a job, where it has one. */
export const moveOf = (job: Job | undefined): Move | undefined =>
  job?.request.action === 'reshoot' ? job.request.move : undefined;

/** What was asked for: Reshoot, Orbit left. */
export function askedText({ action }: LedgerEntry, job: Job | undefined): string {
  const move = moveOf(job);
  const asked = i18n.t(`action.${action}`);
  return move ? i18n.t('job.withMove', [asked, i18n.t(`move.${move}`)]) : asked;
}
