import { type IDBPDatabase, type IDBPObjectStore, type OpenDBCallbacks, openDB } from 'idb';
import { warn } from '@/lib/base/log';
import { VERSIONS } from './versions';

/** Dexie, which made the first databases, multiplied every version by ten. */
const nativeOf = (version: number): number => version * 10;

const NATIVE_VERSION = Math.max(...VERSIONS.map(({ version }) => nativeOf(version)));

/** How often an opening that fails for no known reason is tried again at once, as Dexie did. */
const TRIES = 3;

export const isNamed = (error: unknown, name: string): boolean =>
  error instanceof Error && error.name === name;

/** What an opening tells while its connection comes, and lives. */
export interface Told {
  /** The connection is closed by the browser, or makes way for another page. */
  readonly closed: () => void;
  /** A newer version of the extension has left the database, or takes it over. */
  readonly newer: () => void;
  /** Connections of an older version do not close: the opening waits for them. */
  readonly blocked: () => void;
}

/**
 * Opens the database and brings it to the newest version.
 *
 * @throws VersionError where a later version of the extension has left it: what that has renamed would
 *   be read and written wrongly
 */
export async function openVersioned(name: string, told: Told): Promise<IDBPDatabase> {
  for (let left = TRIES; ; left--) {
    try {
      return await openOnce(name, told);
    } catch (error) {
      if (isNamed(error, 'VersionError')) told.newer();
      if (!isNamed(error, 'UnknownError') || left === 0) throw error;
    }
  }
}

async function openOnce(name: string, { closed, newer, blocked }: Told): Promise<IDBPDatabase> {
  const opening = openDB(name, NATIVE_VERSION, {
    upgrade,
    blocked() {
      warn('store', 'an older version of the database is still open elsewhere');
      blocked();
    },
    blocking(_, version) {
      closed();
      // Without a version it is deleted.
      if (version !== null && version > NATIVE_VERSION) newer();
      void opening.then((connection) => connection.close());
    },
    terminated: closed,
  });
  return opening;
}

type Upgrade = NonNullable<OpenDBCallbacks<unknown>['upgrade']>;

/**
 * Takes the database through all versions that it has not been through: their tables and indexes are
 * made, then fields get their new names. All of it or nothing.
 */
const upgrade: Upgrade = (connection, before, _, transaction) => {
  const missing = VERSIONS.filter(({ version }) => nativeOf(version) > before);
  for (const [name, spec] of missing.flatMap(({ tables }) => Object.entries(tables))) {
    const [key = '', ...indexes] = spec.split(', ');
    const table = connection.objectStoreNames.contains(name)
      ? transaction.objectStore(name)
      : connection.createObjectStore(name, { keyPath: key });
    for (const index of indexes)
      if (!table.indexNames.contains(index)) table.createIndex(index, pathOf(index));
  }
  const renamed = missing.flatMap(({ renamed = {} }) => Object.entries(renamed));
  if (before === 0 || renamed.length === 0) return;
  // Who opens the database is told of it.
  transaction.done.catch(() => undefined);
  const renameAll = async () => {
    for (const [name, fields] of renamed)
      if (connection.objectStoreNames.contains(name))
        await renameFields(transaction.objectStore(name), fields);
  };
  renameAll().catch((error: unknown) => {
    warn('store', error);
    abort(transaction);
  });
};

/** Gives fields of all records of a table their new names. */
async function renameFields(
  table: IDBPObjectStore<unknown, string[], string, 'versionchange'>,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const nameOf = new Map(Object.entries(fields));
  for (let at = await table.openCursor(); at; at = await at.continue()) {
    const record: unknown = at.value;
    if (typeof record !== 'object' || record === null) continue;
    const entries = Object.entries(record);
    if (entries.some(([name]) => nameOf.has(name)))
      await at.update(
        Object.fromEntries(entries.map(([name, value]) => [nameOf.get(name) ?? name, value])),
      );
  }
}

/** `state` is the path of that field, `[state+endedAt]` that of both. */
const pathOf = (index: string): string | string[] =>
  index.startsWith('[') ? index.slice(1, -1).split('+') : index;

/** Ends a transaction as if it had not been. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // A request that failed has ended it before.
  }
}
