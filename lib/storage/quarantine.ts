import * as z from 'zod/mini';
import { warn } from '@/lib/base/log';
import { mediaSchema } from '@/lib/flow/media';
import { jobSchema } from '@/lib/jobs/job';
import { pageJobSchema } from '@/lib/jobs/page-job';
import { ledgerSchema } from '@/lib/ledger/ledger';
import { type Database, database } from './database';
import type { ParsedTable, Quarantined, Rows, Writes } from './transaction';

/** What a record of each table has to look like. */
export const SCHEMAS: { readonly [Name in ParsedTable]: z.ZodMiniType<Rows[Name]> } = {
  jobs: jobSchema,
  ledger: ledgerSchema,
  media: mediaSchema,
  pageJobs: pageJobSchema,
};

const keyedSchema = z.object({ id: z.string() });

/** The key of a record that is read back: every table here has it in `id`. */
export const keyOf = (record: unknown): string | undefined => {
  const keyed = keyedSchema.safeParse(record);
  return keyed.success ? keyed.data.id : undefined;
};

const isOdd = (table: ParsedTable, record: unknown): boolean =>
  record !== undefined && !SCHEMAS[table].safeParse(record).success;

/** A record as it is set aside; the same one found again later is kept beside it. */
const asideOf = (table: ParsedTable, record: unknown, foundAt: number): Quarantined => ({
  id: `${table} ${keyOf(record)} ${foundAt}`,
  table,
  record,
  foundAt,
});

export interface Quarantine {
  /**
   * Moves a record that does not parse out of its table, kept as it was found. Begins in a turn of
   * its own: a transaction or a followed query that has read it neither waits for it nor fails with
   * it. What cannot be moved now stays where it is until it is read again.
   */
  later(table: ParsedTable, id: string): void;
  /** Resolves once everything is moved that was found so far. */
  settled(): Promise<void>;
  /** Keeps what a transaction is about to write over, where it does not parse. */
  keepOdd(
    transaction: Writes<'quarantine'>,
    table: ParsedTable,
    ids: readonly string[],
  ): Promise<unknown[]>;
}

export function createQuarantine(db: Database, now: () => number): Quarantine {
  const moving = new Map<string, PromiseLike<void> | undefined>();

  const keepOdd: Quarantine['keepOdd'] = async (transaction, table, ids) => {
    const records = await transaction.read(table, (rows) =>
      Promise.all(ids.map((id) => rows.get(id))),
    );
    const odd = records.filter((record) => isOdd(table, record));
    await transaction.put(
      'quarantine',
      odd.map((record) => asideOf(table, record, now())),
    );
    return odd;
  };

  const move = (table: ParsedTable, id: string): Promise<void> =>
    db.write([table, 'quarantine'], async (transaction) => {
      const odd = await keepOdd(transaction, table, [id]);
      if (odd.length > 0) await transaction.delete(table, [id]);
    });

  return {
    later(table, id) {
      const name = `${table} ${id}`;
      if (moving.has(name)) return;
      warn('store', `a record does not parse and is set aside: ${name}`);
      moving.set(name, undefined);
      const begin = () =>
        move(table, id)
          .catch((error: unknown) => warn('store', error))
          .finally(() => moving.delete(name));
      setTimeout(() => moving.set(name, begin()), 0);
    },

    async settled() {
      await new Promise((go) => setTimeout(go, 0));
      await Promise.all(moving.values());
    },

    keepOdd,
  };
}

const own = createQuarantine(database, Date.now);

/** What the queries set aside; all that a page or the background asks share that of the own database. */
export const quarantineOf = (db: Database): Quarantine =>
  db === database ? own : createQuarantine(db, Date.now);
