import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { number } from '@/lib/text/format';
import { EntryRow } from './EntryRow';
import { exportCsv } from './export-csv';
import { period, type Rows } from './rows';
import { TableBox } from './TableBox';

const STEP = 50;
const HEADS = ['when', 'job', 'clip', 'state', 'price', 'charged', 'balance'] as const;
const FIRST_NUMBER = HEADS.indexOf('price');

/** Every submit of the period, newest first, and the way to take them along. */
export function Entries({ rows }: { rows: Rows }) {
  const { entries, jobs } = rows;
  const shown = useSignal({ of: period.value, count: STEP });
  const said = useSignal('');
  const count = Math.min(
    shown.value.of === period.value ? shown.value.count : STEP,
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
                shown.value = { of: period.value, count: count + STEP };
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
              said.value = exportCsv(rows);
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
