import { i18n } from '#i18n';
import type { OptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { MINUTE_MS } from '@/lib/base/time';
import { csvFileName, ledgerCsv } from '@/lib/ledger/ledger-csv';
import { number } from '@/lib/text/format';
import { moveOf } from './ledger-text';

/**
 * Saves the entries as a CSV file, in the user's language, and says how many they are.
 *
 * @returns what was said
 */
export function exportCsv({ announcer }: OptionsStore, { entries, jobs }: Rows): string {
  const text = ledgerCsv(entries, ({ jobId }) => moveOf(jobs.get(jobId)), {
    column: (name) => i18n.t(`ledger.column.${name}`),
    action: (action) => i18n.t(`action.${action}`),
    move: (move) => i18n.t(`move.${move}`),
    charged: (charged) => i18n.t(`ledger.answer.${charged}`),
    account: (index) => i18n.t('ledger.account', [number(index)]),
  });
  save(new Blob([text], { type: 'text/csv;charset=utf-8' }), csvFileName(Date.now()));
  const said = i18n.t('ledger.exported', entries.length, [number(entries.length)]);
  announcer.announce(said);
  return said;
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has read it long before.
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
}
