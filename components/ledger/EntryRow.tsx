import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Job } from '@/lib/jobs/job';
import { costOf, isOpen } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { isoLocal } from '@/lib/ledger/ledger-csv';
import { number } from '@/lib/text/format';
import { EntryState } from './EntryState';
import { askedText, costOfEntry, momentText, priceOfEntry } from './ledger-text';

/** One submit: when, what for, what became of it, and the money. */
export const EntryRow = ({ entry, job }: { entry: LedgerEntry; job: Job | undefined }) => {
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
