import './Chart.css';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { mostOf } from '@/lib/ledger/cost';
import { dayStart } from '@/lib/ledger/ledger';
import { daysFrom, NOTHING_SPENT, spendingBy } from '@/lib/ledger/spending';
import { number } from '@/lib/text/format';
import { ChartDay } from './ChartDay';
import { chartText, type Day } from './chart-text';
import { daysText } from './ledger-text';
import { scaleFor } from './scale';

/** More days than this do not fit next to each other: the chart is moved along. */
const FIT = 31;
/** About so many days are named below it. */
const NAMED = 8;
const EACH_NAMED = 14;

/** Credits of each day as bars, with the limit of a day as a line. The table below has the same. */
export function Chart({ rows }: { rows: Rows }) {
  const { settings, spending } = useOptionsStore();
  const spent = spendingBy(rows.entries, ({ at }) => dayStart(at));
  const first = rows.since || Math.min(...spent.keys());
  const days = daysFrom(first, Math.max(spending.today.value, ...spent.keys())).map(
    (at): Day => ({ at, spending: spent.get(at) ?? NOTHING_SPENT }),
  );
  const highest = Math.max(...days.map(({ spending }) => mostOf(spending)));
  const limit = settings.value?.dayLimit;
  const scale = scaleFor(highest, limit);
  const everyNth = days.length > EACH_NAMED ? Math.ceil(days.length / NAMED) : 1;
  const isLong = days.length > FIT;
  const plot = (
    <div
      class={`chart ${everyNth > 1 ? 'is-narrow' : ''}`}
      role="img"
      aria-label={chartText(days, spending.today.value, limit)}
      style={{ '--days': days.length }}
    >
      <div class="chart-axis">
        {scale.lines.map((line) => (
          <span key={line} style={{ '--at': line / scale.top }}>
            {number(line)}
          </span>
        ))}
      </div>
      <div class="chart-plot">
        {scale.lines.map((line) => (
          <i key={line} class="chart-line" style={{ '--at': line / scale.top }} />
        ))}
        {days.map((day, index) => {
          const isNamed = (days.length - 1 - index) % everyNth === 0;
          return (
            <ChartDay
              key={day.at}
              day={day}
              top={scale.top}
              isToday={day.at === spending.today.value}
              name={isNamed ? (everyNth === 1 ? 'day' : 'date') : undefined}
              value={mostOf(day.spending) === highest ? 'key' : everyNth === 1 ? 'more' : undefined}
            />
          );
        })}
        {scale.hasLimit && limit !== undefined && (
          <i class="chart-limit" style={{ '--at': limit / scale.top }} />
        )}
      </div>
    </div>
  );
  return (
    <figure class="box">
      <figcaption class="chart-head">
        <b>{daysText(first, days.at(-1)?.at ?? first)}</b>
        <span class="chart-key">
          <i class="chart-sure" />
          {i18n.t('ledger.head.charged')}
        </span>
        <span class="chart-key">
          <i class="chart-possible" />
          {i18n.t('ledger.head.possible')}
        </span>
        {limit !== undefined && (
          <span class="chart-key">
            {scale.hasLimit && <i class="chart-limit" />}
            {i18n.t(scale.hasLimit ? 'ledger.limit' : 'ledger.limitAbove', [number(limit)])}
          </span>
        )}
      </figcaption>
      {isLong ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves along must be moved by keys too
        <section class="chart-along" aria-label={i18n.t('ledger.chart')} tabIndex={0}>
          {plot}
        </section>
      ) : (
        plot
      )}
    </figure>
  );
}
