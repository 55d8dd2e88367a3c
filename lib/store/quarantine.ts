import * as z from 'zod/mini';
import { warn } from '@/lib/base/log';
import { mediaSchema } from '@/lib/flow/media';
import { jobSchema } from '@/lib/job/job';
import { ledgerSchema } from '@/lib/job/ledger';
import type { Database, Quarantined } from './database';

/** What a record of each table has to look like. */
export const SCHEMAS = { jobs: jobSchema, ledger: ledgerSchema, media: mediaSchema } as const;

export type ParsedTable = keyof typeof SCHEMAS;

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
   * Moves a record that does not parse out of its table, kept as it was found. Begins once the
   * transaction or live query that has read it is over, so neither waits for it nor fails with it;
   * what cannot be moved now stays where it is until it is read again.
   */
  later(table: ParsedTable, id: string): void;
  /** Resolves once everything is moved that was found so far. */
  settled(): Promise<void>;
  /**
   * Keeps what is about to be written over, if it does not parse. To be called inside the
   * transaction of that write, which has to cover the table and `quarantine`.
   */
  keepOdd(table: ParsedTable, ids: readonly string[]): Promise<unknown>;
}

export function createQuarantine(db: Database, now: () => number): Quarantine {
  const moving = new Map<string, PromiseLike<void> | undefined>();

  async function keepOdd(table: ParsedTable, ids: readonly string[]): Promise<unknown[]> {
    const records = await db.table<unknown, string>(table).bulkGet([...ids]);
    const odd = records.filter((record) => isOdd(table, record));
    await db.quarantine.bulkPut(odd.map((record) => asideOf(table, record, now())));
    return odd;
  }

  const move = (table: ParsedTable, id: string): Promise<void> =>
    db.transaction('rw', db.table(table), db.quarantine, async () => {
      const odd = await keepOdd(table, [id]);
      if (odd.length > 0) await db.table(table).delete(id);
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
      // A timer's turn belongs to no transaction and to no live query; a promise's would.
      setTimeout(() => moving.set(name, begin()), 0);
    },

    async settled() {
      await new Promise((go) => setTimeout(go, 0));
      await Promise.all(moving.values());
    },

    keepOdd,
  };
}
