import { i18n } from '#i18n';
import { isFree, isOpen } from '@/lib/ledger/cost';
import { amountText, barText, type Day } from './chart-text';
import { dayText, shortDayText } from './ledger-text';

/** More letters than this do not fit over a bar next to others. */
const FIT = 7;

interface Props {
  readonly day: Day;
  /** Credits at the top of the chart. */
  readonly top: number;
  readonly isToday: boolean;
  /** Whether its date stands below it: the day alone, or with the month. */
  readonly name: 'day' | 'date' | undefined;
  /** Whether its credits stand on it: always, or where there is room. */
  readonly value: 'key' | 'more' | undefined;
}

/** The bar of one day: what was charged, and on top of it what may have been. */
export function ChartDay({ day: { at, spending }, top, isToday, name, value }: Props) {
  const { sure, possible } = spending;
  const words = barText(spending);
  const isSpent = !isFree(spending);
  const hasValue = isSpent && (value === 'key' || (value === 'more' && words.length <= FIT));
  return (
    <div
      class={`chart-day ${isToday ? 'is-today' : ''}`}
      title={i18n.t('ledger.chartDay', [dayText(at), amountText(spending)])}
    >
      {hasValue && <span class={`chart-value ${value === 'key' ? 'is-key' : ''}`}>{words}</span>}
      {isOpen(spending) && <i class="chart-possible" style={{ '--part': possible / top }} />}
      {sure > 0 && <i class="chart-sure" style={{ '--part': sure / top }} />}
      {name !== undefined && <span class="chart-name">{nameOf(at, isToday, name)}</span>}
    </div>
  );
}

function nameOf(at: number, isToday: boolean, name: 'day' | 'date'): string {
  if (isToday) return i18n.t('ledger.today');
  return name === 'date' ? shortDayText(at) : String(new Date(at).getDate());
}
