export type Table = 'jobs' | 'ledger' | 'media' | 'pictures' | 'pageJobs';

interface Records {
  readonly table: Table;
  /** To be put as they are, over what has their id. */
  readonly put?: readonly unknown[];
  /** Parts to set in every record that is there. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Whether what is there goes first. */
  readonly isEmptied?: boolean;
}

/**
 * Changes the extension's database behind its back; to be run inside a page or the worker of it by
 * `evaluate`. Pages see it once they are opened anew.
 */
export async function changeRecords({ table, put = [], set, isEmptied }: Records): Promise<void> {
  const open = indexedDB.open('second-take');
  await new Promise((done) => open.addEventListener('success', done));
  const step = open.result.transaction(table, 'readwrite');
  const store = step.objectStore(table);
  if (isEmptied) store.clear();
  for (const record of put) store.put(record);
  if (set) {
    const all = store.getAll();
    await new Promise((done) => all.addEventListener('success', done));
    for (const record of all.result) store.put({ ...record, ...set });
  }
  await new Promise((done) => step.addEventListener('complete', done));
  open.result.close();
}

/** All records of a table, as they lie there; to be run like `changeRecords`. */
export async function readRecords(table: Table): Promise<unknown[]> {
  const open = indexedDB.open('second-take');
  await new Promise((done) => open.addEventListener('success', done));
  const all = open.result.transaction(table).objectStore(table).getAll();
  await new Promise((done) => all.addEventListener('success', done));
  open.result.close();
  return all.result;
}

/** How the database is made: its native version, tables, indexes and how many records; run likewise. */
export async function readDatabase() {
  const open = indexedDB.open('second-take');
  await new Promise((done) => open.addEventListener('success', done));
  const { result: database } = open;
  const tables = [...database.objectStoreNames];
  const read = database.transaction(tables);
  const indexes: Record<string, string[]> = {};
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const records = read.objectStore(table);
    const count = records.count();
    await new Promise((done) => count.addEventListener('success', done));
    indexes[table] = [...records.indexNames];
    counts[table] = count.result;
  }
  database.close();
  return { version: database.version, tables, indexes, counts };
}

/**
 * Asks for the database as a newer version of the extension would, and leaves it as it is; to be run
 * like `changeRecords`. Pages that have it open are told so by the browser.
 */
export async function takeOver(): Promise<void> {
  const open = indexedDB.open('second-take', 2 ** 31);
  open.addEventListener('upgradeneeded', () => open.transaction?.abort());
  await new Promise((done) => open.addEventListener('error', done));
}

/** Puts a first version in place of the database and keeps it open, as a page of that time would. */
export async function keepOlder(): Promise<void> {
  const gone = indexedDB.deleteDatabase('second-take');
  await new Promise((done) => gone.addEventListener('success', done));
  const open = indexedDB.open('second-take', 10);
  await new Promise((done) => open.addEventListener('success', done));
}
