import type { Cursor, Index } from './transaction';

/** The records under any of these keys, in the order of the keys; each once. */
export async function anyOf<Row>(index: Index<Row>, keys: readonly string[]): Promise<Row[]> {
  const sorted = [...new Set(keys)].sort();
  return (await Promise.all(sorted.map((key) => index.getAll(key)))).flat();
}

/** The last records of a range, the last one first. */
export async function lastOf<Row>(
  index: Index<Row>,
  range: IDBKeyRange | undefined,
  limit = Number.POSITIVE_INFINITY,
): Promise<Row[]> {
  const rows: Row[] = [];
  // One by one: the oldest browsers cannot read several backwards at once.
  let cursor: Cursor<Row> | null = await index.openCursor(range, 'prev');
  while (cursor) {
    rows.push(cursor.value);
    if (rows.length >= limit) break;
    cursor = await cursor.continue();
  }
  return rows;
}
