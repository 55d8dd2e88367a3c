import { warn } from '@/lib/base/log';
import { type Database, database } from './database';
import type { Reads } from './transaction';

/**
 * Asks a query, and again whenever a table that it has read is written, by other pages and the
 * background as well: once for several writes that come while it is being answered. One that fails
 * is told in the log, and asked again at the next write.
 *
 * @param name what the log calls it
 * @param query reads from what it is given, which notes the tables
 * @param next is given each answer
 * @returns the way to stop
 */
export function follow<Answer>(
  name: string,
  query: (from: Reads) => Promise<Answer>,
  next: (answer: Answer) => void,
  db: Database = database,
): () => void {
  /** What the last asking has read, as far as it has come; undefined where it has failed. */
  let read: Set<unknown> | undefined;
  let isAsking = false;
  /** It is not asked yet, or something was written since the asking under way began. */
  let isDue = false;
  let isStopped = false;

  async function ask(): Promise<void> {
    isDue = false;
    const tables = new Set<unknown>();
    read = tables;
    const from: Reads = {
      database: db,
      read(table, work) {
        tables.add(table);
        return db.read(table, work);
      },
    };
    try {
      const answer = await query(from);
      if (!isStopped) next(answer);
    } catch (error) {
      read = undefined;
      if (!isStopped) warn(name, error);
    }
  }

  async function askWhileDue(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (isDue && !isStopped) await ask();
    isAsking = false;
  }

  function askSoon(): void {
    isDue = true;
    // In a turn of its own: an effect that begins to follow does not depend on what the query uses.
    queueMicrotask(() => void askWhileDue());
  }

  const unlisten = db.written.listen((tables) => {
    if (!read || tables.some((table) => read?.has(table))) askSoon();
  });
  askSoon();

  return () => {
    isStopped = true;
    unlisten();
  };
}
