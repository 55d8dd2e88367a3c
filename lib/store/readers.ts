import type * as z from 'zod/mini';
import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { type Database, database } from './database';
import { createQuarantine, keyOf, type ParsedTable, type Quarantine, SCHEMAS } from './quarantine';

/** A query of the database, before it is asked: a collection or a whole table. */
export interface Query {
  toArray(): PromiseLike<readonly unknown[]>;
}

/** The only way to read a table: what does not parse is left out and set aside. */
export interface Reader<Row> {
  /** The rows of a query, in its order. */
  all(query: Query): Promise<Row[]>;
  /** The first row of a query that parses. */
  first(
    query: Query & { clone(): Query & { limit(count: number): Query } },
  ): Promise<Row | undefined>;
  get(id: string): Promise<Row | undefined>;
  /** The rows with these ids that are there, in their order. */
  some(ids: readonly string[]): Promise<Row[]>;
  /** One record, where a query looks at its records itself. */
  parse(record: unknown): Row | undefined;
  /** Several of them, in their order. */
  parsed(records: readonly unknown[]): Row[];
}

/** Readers of all tables whose records have a schema. */
export interface Readers {
  readonly jobs: Reader<Job>;
  readonly ledger: Reader<LedgerEntry>;
  readonly media: Reader<Media>;
  readonly quarantine: Quarantine;
}

export function createReaders(db: Database, now: () => number = Date.now): Readers {
  const quarantine = createQuarantine(db, now);

  function readerOf<Row>(table: ParsedTable, schema: z.ZodMiniType<Row>): Reader<Row> {
    function parse(record: unknown): Row | undefined {
      if (record === undefined) return undefined;
      const parsed = schema.safeParse(record);
      if (parsed.success) return parsed.data;
      const id = keyOf(record);
      if (id !== undefined) quarantine.later(table, id);
      return undefined;
    }
    const parsed = (records: readonly unknown[]): Row[] =>
      records.map(parse).filter((row) => row !== undefined);
    const rows = db.table<unknown, string>(table);
    return {
      parse,
      parsed,
      all: async (query) => parsed(await query.toArray()),
      async first(query) {
        const [record] = await query.clone().limit(1).toArray();
        if (record === undefined) return undefined;
        return parse(record) ?? parsed(await query.toArray())[0];
      },
      get: async (id) => parse(await rows.get(id)),
      some: async (ids) => parsed(await rows.bulkGet([...new Set(ids)])),
    };
  }

  return {
    jobs: readerOf('jobs', SCHEMAS.jobs),
    ledger: readerOf('ledger', SCHEMAS.ledger),
    media: readerOf('media', SCHEMAS.media),
    quarantine,
  };
}

const own = createReaders(database);

/** Readers for the queries; all that a page or the background asks share those of the own database. */
export const readersOf = (db: Database): Readers => (db === database ? own : createReaders(db));
