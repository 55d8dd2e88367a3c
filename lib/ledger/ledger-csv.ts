import type { Action } from '@/lib/flow/action';
import type { Move } from '@/lib/flow/moves';
import type { LedgerEntry } from './ledger';

/** The columns, in the order of the file. */
export const CSV_COLUMNS = [
  'at',
  'job',
  'action',
  'move',
  'clip',
  'price',
  'charged',
  'credits',
  'balanceBefore',
  'balanceAfter',
] as const;

/** The words of the file, in the user's language. */
export interface CsvText {
  readonly column: (name: (typeof CSV_COLUMNS)[number] | 'account') => string;
  readonly action: (action: Action) => string;
  readonly move: (move: Move) => string;
  readonly charged: (charged: LedgerEntry['charged']) => string;
  /** Accounts by number, from 1. */
  readonly account: (index: number) => string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * Where a spreadsheet might begin a cell with a formula: at the start, and behind any sign that some
 * of them split at, which in many languages is the semicolon. Also in the wide letters of East Asia.
 */
const FORMULA = /(?<=^|[;|\t\r\n])(?=[^\S\r\n]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu;

/**
 * The ledger as CSV after RFC 4180, one line for each submit, with a mark that tells spreadsheets
 * that it is UTF-8. Numbers nobody knows are empty, never 0. Text that could be run as a formula
 * gets an apostrophe in front. Accounts are only told apart, and only where there are several.
 *
 * @param moveOf the camera move of a submit, where it has one
 */
export function ledgerCsv(
  entries: readonly LedgerEntry[],
  moveOf: (entry: LedgerEntry) => Move | undefined,
  words: CsvText,
): string {
  const accounts = [...new Set(entries.map(({ account }) => account))];
  const isOneAccount = accounts.length < 2;
  const line = (entry: LedgerEntry) => {
    const move = moveOf(entry);
    return [
      isoLocal(entry.at),
      entry.jobId,
      words.action(entry.action),
      move && words.move(move),
      entry.title,
      entry.price,
      words.charged(entry.charged),
      entry.charged === 'unknown' ? undefined : entry.credits,
      entry.balanceBefore,
      entry.balanceAfter,
      ...(isOneAccount ? [] : [words.account(accounts.indexOf(entry.account) + 1)]),
    ];
  };
  const head = [...CSV_COLUMNS, ...(isOneAccount ? [] : (['account'] as const))].map(words.column);
  const lines = [head, ...entries.map(line)].map((cells) => cells.map(cell).join(','));
  return BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END;
}

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const harmless = value.replaceAll(FORMULA, "'");
  return /[",;|\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The user's own day: 2026-11-20. */
const isoDay = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The user's own time with its distance from UTC: 2026-11-20T14:32:05+01:00. */
export function isoLocal(at: number): string {
  const date = new Date(at);
  const ahead = -date.getTimezoneOffset();
  const distance = Math.abs(ahead);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  const offset = `${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  return `${isoDay(date)}T${time}${ahead < 0 ? '-' : '+'}${offset}`;
}

/** The name of the file that is exported on a day: second-take-ledger-2026-11-20.csv. */
export const csvFileName = (now: number): string =>
  `second-take-ledger-${isoDay(new Date(now))}.csv`;
