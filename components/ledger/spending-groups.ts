import { i18n } from '#i18n';
import type { Rows, View } from '@/components/store/spending';
import type { Media } from '@/lib/flow/media';
import { dayStart, type LedgerEntry } from '@/lib/ledger/ledger';
import { clipKey, mostFirst, type Spending, spendingBy } from '@/lib/ledger/spending';
import { dayText } from './ledger-text';

/** One row of the table of sums. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly spending: Spending;
  /** Of a clip: its media id, unless the record of its jobs is gone. */
  readonly sourceId?: string | undefined;
}

/** Sums by day, newest first; by action or by clip, those with the most first. */
export function groupsBy(
  view: View,
  rows: Rows,
  sources: ReadonlyMap<string, Media>,
): readonly Group[] {
  if (view === 'day')
    return [...spendingBy(rows.entries, ({ at }) => dayStart(at))]
      .toSorted(([one], [other]) => other - one)
      .map(([day, spending]) => ({ key: String(day), name: dayText(day), spending }));
  const groups =
    view === 'action'
      ? [...spendingBy(rows.entries, ({ action }) => action)].map(([action, spending]) => ({
          key: action,
          name: i18n.t(`action.${action}`),
          spending,
        }))
      : clipGroups(rows, sources);
  return groups.toSorted((one, other) => mostFirst(one.spending, other.spending));
}

function clipGroups({ entries, jobs }: Rows, sources: ReadonlyMap<string, Media>): Group[] {
  const keyOf = (entry: LedgerEntry) => clipKey(entry, jobs);
  const latest = new Map(entries.toReversed().map((entry) => [keyOf(entry), entry]));
  return [...spendingBy(entries, keyOf)].map(([key, spending]) => {
    const entry = latest.get(key);
    const sourceId = entry && jobs.get(entry.jobId)?.sourceId;
    const title = sources.get(sourceId ?? '')?.title;
    return { key, name: title || entry?.title || i18n.t('ledger.untitled'), spending, sourceId };
  });
}
