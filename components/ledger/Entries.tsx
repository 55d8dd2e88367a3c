import { useSignal } from '@preact/signals';
import { Ban, Check, CircleQuestionMark, CircleX, Clock } from 'lucide-preact';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { isLate, type Job, type JobState } from '@/lib/jobs/job';
import { costOf, isOpen } from '@/lib/ledger/cost';
import { type LedgerEntry, ledgerId } from '@/lib/ledger/ledger';
import { isoLocal } from '@/lib/ledger/ledger-csv';
import { number } from '@/lib/text/format';
import { stateText } from '@/lib/text/job-text';
import { exportCsv } from './export-csv';
import { askedText, costOfEntry, momentText, priceOfEntry } from './ledger-text';
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

/** One submit: when, what for, what became of it, and the money. */
const EntryRow = ({ entry, job }: { entry: LedgerEntry; job: Job | undefined }) => {
  const { spending } = useOptionsStore();
  return (
    <tr>
      <th scope="row" tabIndex={-1} class="ledger-when">
        <time dateTime={isoLocal(entry.at)}>{momentText(entry.at, spending.today.value)}</time>
      </th>
      <td>
        <b>{askedText(entry, job)}</b>
      </td>
      <td class="ledger-title">
        <bdi>{entry.title}</bdi>
      </td>
      <td>
        <EntryState entry={entry} job={job} />
      </td>
      <td class="num">{priceOfEntry(entry)}</td>
      <td class={isOpen(costOf(entry)) ? 'num ledger-possible' : 'num'}>{costOfEntry(entry)}</td>
      <td class="num">
        {entry.balanceAfter === undefined
          ? i18n.t('ledger.answer.unknown')
          : number(entry.balanceAfter)}
      </td>
    </tr>
  );
};

const SIGNS = {
  waiting: Clock,
  submitting: Clock,
  running: Clock,
  done: Check,
  failed: CircleX,
  unknown: CircleQuestionMark,
  cancelled: Ban,
} as const satisfies Record<JobState, typeof Clock>;

/** What became of a submit: the state of its job, unless the job was sent again since or is gone. */
function EntryState({ entry, job }: { entry: LedgerEntry; job: Job | undefined }) {
  const { now } = useOptionsStore();
  if (!job) return <span class="quiet">{i18n.t('ledger.gone')}</span>;
  if (ledgerId(job) !== entry.id) return <span>{i18n.t('ledger.sentLater')}</span>;
  const Sign = SIGNS[isLate(job) ? 'waiting' : job.state];
  const at = job.state === 'running' ? now.value : 0;
  return (
    <span class="state" data-state={isLate(job) ? 'late' : job.state}>
      <Sign class="i" aria-hidden="true" />
      <b>{stateText(job, { now: at }).state}</b>
    </span>
  );
}
