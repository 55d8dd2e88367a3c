import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { number } from '@/lib/text/format';
import { EntryRow } from './EntryRow';
import { exportCsv } from './export-csv';
import { TableBox } from './TableBox';

const STEP = 50;
const HEADS = ['when', 'job', 'clip', 'state', 'price', 'charged', 'balance'] as const;
const FIRST_NUMBER = HEADS.indexOf('price');

/** Every submit of the period, newest first, and the way to take them along. */
export function Entries({ rows }: { rows: Rows }) {
  const store = useOptionsStore();
  const { spending } = store;
  const { entries, jobs } = rows;
  const shown = useSignal({ of: spending.period.value, count: STEP });
  const said = useSignal('');
  const count = Math.min(
    shown.value.of === spending.period.value ? shown.value.count : STEP,
    entries.length,
  );
  return (
    <TableBox
      id="ledger-entries"
      caption={i18n.t('ledger.entries')}
      heads={HEADS.map((head) => i18n.t(`ledger.head.${head}`))}
      numbersFrom={FIRST_NUMBER}
      more={
        count < entries.length
          ? {
              label: i18n.t('ledger.showMore'),
              from: count,
              onMore: () => {
                shown.value = { of: spending.period.value, count: count + STEP };
              },
            }
          : undefined
      }
      beside={
        <>
          <span class="hint">
            {i18n.t('ledger.shown', entries.length, [number(count), number(entries.length)])}
          </span>
          <span class="hint push">{said.value}</span>
          <button
            type="button"
            class="btn"
            onClick={() => {
              said.value = exportCsv(store, rows);
            }}
          >
            {i18n.t('ledger.export')}
          </button>
        </>
      }
    >
      {entries.slice(0, count).map((entry) => (
        <EntryRow key={entry.id} entry={entry} job={jobs.get(entry.jobId)} />
      ))}
    </TableBox>
  );
}
