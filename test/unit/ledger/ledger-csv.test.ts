import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type LedgerEntry, openEntry } from '@/lib/ledger/ledger';
import {
  CSV_COLUMNS,
  type CsvText,
  csvFileName,
  isoLocal,
  ledgerCsv,
} from '@/lib/ledger/ledger-csv';
import { JOBS, uuid } from '../../samples/jobs';
import { readCsv } from '../jobs/read-csv';

const words: CsvText = {
  column: (name) => `[${name}]`,
  action: (action) => action,
  move: (move) => move,
  charged: (charged) => charged,
  account: (index) => `Account ${index}`,
};
const open = openEntry(JOBS.submitting, 1000, 1540);
const entry = (own: Partial<LedgerEntry> = {}): LedgerEntry => ({ ...open, ...own });
const csv = (...entries: LedgerEntry[]) => ledgerCsv(entries, () => 'RIGHT_TO_LEFT', words);
const rows = (...entries: LedgerEntry[]) => readCsv(csv(...entries).slice(1));
const column = (name: (typeof CSV_COLUMNS)[number]) => CSV_COLUMNS.indexOf(name);

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone ?? '';
  if (zone === undefined) delete process.env.TZ;
});

describe('the ledger as CSV', () => {
  it('has a byte order mark, a heading and one line for each submit', () => {
    process.env.TZ = 'Europe/Berlin';
    const settled = entry({ charged: 'yes', credits: 20, balanceAfter: 1520 });
    expect(csv(settled)).toBe(
      `\uFEFF${CSV_COLUMNS.map((name) => `[${name}]`).join(',')}\r\n` +
        `1970-01-01T01:00:01+01:00,${open.jobId},reshoot,RIGHT_TO_LEFT,Witch lands,20,yes,20,1540,1520\r\n`,
    );
  });

  it('leaves empty what nobody knows: credits of an unknown outcome, a price, a balance', () => {
    const { price: _price, balanceBefore: _before, ...bare } = entry({ credits: 0 });
    const [, row] = rows(bare);
    expect(row?.slice(column('price'))).toEqual(['', 'unknown', '', '', '']);
    expect(ledgerCsv([bare], () => undefined, words)).toContain('reshoot,,Witch lands');
  });

  it('says 0 where it is sure of 0', () => {
    const [, row] = rows(entry({ charged: 'no', credits: 0, price: 0 }));
    expect(row?.slice(column('price'), column('balanceBefore'))).toEqual(['0', 'no', '0']);
  });

  it('leaves a negative number a number', () => {
    const [, row] = rows(entry({ balanceBefore: -10 }));
    expect(row?.[column('balanceBefore')]).toBe('-10');
  });

  it.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['a;=1', "a;'=1"],
    ['a\t=1', "a\t'=1"],
    ['a\r\n  @x', "a\r\n'  @x"],
    ['a|-1;+2', "a|'-1;'+2"],
    ['a=1', 'a=1'],
    ['a; b', 'a; b'],
    ['1 – 2', '1 – 2'],
  ])('makes %j harmless', (title, cell) => {
    expect(rows(entry({ title }))[1]?.[column('clip')]).toBe(cell);
  });

  it('brings every title through, whatever is in it', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({
        unit: fc.constantFrom(...'",;|\t\r\n屋＝＋－＠=+-@ a'),
      }),
    );
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 5 }), (titles) => {
        const [, ...read] = rows(...titles.map((each) => entry({ title: each })));
        const found = read.map((row) => row[column('clip')] ?? '');
        expect(read.every((row) => row.length === CSV_COLUMNS.length)).toBe(true);
        const bare = (text: string) => text.replaceAll("'", '');
        expect(found.map(bare)).toEqual(titles.map(bare));
        const parts = found.flatMap((each) => each.split(/[;|\t\r\n]/));
        expect(parts.filter((each) => /^\s*[=+\-@＝＋－＠]/.test(each))).toEqual([]);
        expect(found.filter((each) => /^[\t\r\n]/.test(each))).toEqual([]);
      }),
    );
  });

  it('tells accounts apart by number alone, and only where there are several', () => {
    const two = rows(
      entry({ account: 'hash-of-ada' }),
      entry({ account: 'hash-of-ben', jobId: uuid(2) }),
      entry({ account: 'hash-of-ada', jobId: uuid(3) }),
    );
    expect(two.map((row) => row.at(-1))).toEqual([
      '[account]',
      'Account 1',
      'Account 2',
      'Account 1',
    ]);
    expect(csv(entry({ account: 'hash-of-ada' }))).not.toMatch(/account|hash/);
  });
});

describe('times of the user’s own', () => {
  it.each([
    ['UTC', Date.UTC(2026, 10, 20, 14, 32, 5), '2026-11-20T14:32:05+00:00'],
    ['Asia/Kolkata', Date.UTC(2026, 10, 20, 20, 0), '2026-11-21T01:30:00+05:30'],
    ['America/St_Johns', Date.UTC(2026, 10, 20, 2, 0), '2026-11-19T22:30:00-03:30'],
    // The same hour of the clock twice, told apart by the distance.
    ['Europe/Berlin', Date.UTC(2026, 9, 25, 0, 30), '2026-10-25T02:30:00+02:00'],
    ['Europe/Berlin', Date.UTC(2026, 9, 25, 1, 30), '2026-10-25T02:30:00+01:00'],
  ])('in %s', (place, at, text) => {
    process.env.TZ = place;
    expect(isoLocal(at)).toBe(text);
    expect(new Date(text).getTime()).toBe(at);
  });

  it('name the file', () => {
    process.env.TZ = 'Asia/Shanghai';
    expect(csvFileName(Date.UTC(2026, 10, 19, 20))).toBe('second-take-ledger-2026-11-20.csv');
  });
});
