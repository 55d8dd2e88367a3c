import { openDB } from 'idb';
import type { Database } from '@/lib/storage/database';
import type { Found, TableName } from '@/lib/storage/transaction';

export const TABLES = [
  ...(['jobs', 'ledger', 'media', 'files'] as const),
  ...(['pictures', 'strips', 'saves', 'pageJobs', 'quarantine'] as const),
];

/** A table as a test fills it and looks at it: with any records, and as they lie there. */
export function tableOf<Name extends TableName>(db: Database, name: Name) {
  const count = (): Promise<number> => db.read(name, (table) => table.count());
  return {
    count,
    get: (id: string): Promise<Found[Name] | undefined> => db.read(name, (table) => table.get(id)),
    all: (): Promise<Found[Name][]> => db.read(name, (table) => table.getAll()),
    keys: (): Promise<IDBValidKey[]> => db.read(name, (table) => table.getAllKeys()),
    clear: (): Promise<void> => db.write([name], (transaction) => transaction.clear(name)),

    /** By a connection of its own, as another page would. */
    async put(records: readonly object[]): Promise<void> {
      // Makes the tables where nobody has asked yet.
      await count();
      const connection = await openDB(db.name);
      const { store, done } = connection.transaction(name, 'readwrite');
      await Promise.all([...records.map((record) => store.put(record)), done]);
      connection.close();
      db.written.tell([name]);
    },
  };
}

/** Empties the whole database. */
export async function clearAll(db: Database): Promise<void> {
  for (const name of TABLES) await tableOf(db, name).clear();
}
