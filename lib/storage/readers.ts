import { keyOf, type Quarantine, quarantineOf, SCHEMAS } from './quarantine';
import type { ParsedTable, Reads, Rows, Table } from './transaction';

/** The only way to read a table whose records have a schema: what does not parse is left out and set aside. */
export interface Reader<Row> {
  /** The rows of a query, in its order. */
  all(query: (table: Table<unknown>) => Promise<readonly unknown[]>): Promise<Row[]>;
  /** The first row of a query that parses; the query is told how many of its records are wanted. */
  first(
    query: (table: Table<unknown>, limit?: number) => Promise<readonly unknown[]>,
  ): Promise<Row | undefined>;
  get(id: string): Promise<Row | undefined>;
  /** The rows with these ids that are there, in their order. */
  some(ids: readonly string[]): Promise<Row[]>;
  /** One record, where a query looks at its records itself. */
  parse(record: unknown): Row | undefined;
  /** Several of them, in their order. */
  parsed(records: readonly unknown[]): Row[];
}

export function readerOf<Name extends ParsedTable>(
  name: Name,
  from: Reads,
  quarantine: Quarantine = quarantineOf(from.database),
): Reader<Rows[Name]> {
  function parse(record: unknown): Rows[Name] | undefined {
    if (record === undefined) return undefined;
    const parsed = SCHEMAS[name].safeParse(record);
    if (parsed.success) return parsed.data;
    const id = keyOf(record);
    if (id !== undefined) quarantine.later(name, id);
    return undefined;
  }
  const parsed = (records: readonly unknown[]): Rows[Name][] =>
    records.map(parse).filter((row) => row !== undefined);
  const read = <Answer>(work: (table: Table<unknown>) => Promise<Answer>) =>
    from.read<ParsedTable, Answer>(name, work);
  return {
    parse,
    parsed,
    all: async (query) => parsed(await read(query)),
    first: (query) =>
      read(async (table) => {
        const [record] = await query(table, 1);
        if (record === undefined) return undefined;
        return parse(record) ?? parsed(await query(table))[0];
      }),
    get: async (id) => parse(await read((table) => table.get(id))),
    some: async (ids) =>
      parsed(await read((table) => Promise.all([...new Set(ids)].map((id) => table.get(id))))),
  };
}
