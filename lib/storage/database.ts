import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import { SECOND_MS } from '@/lib/base/time';
import { abort, isNamed, openVersioned } from './open';
import type { Found, Reads, Table, TableName, Writes } from './transaction';
import { createWithheld, WithheldError } from './withheld';
import { createWritten } from './written';

/** How long an opening waits for pages of an older version, ms, before what asks for it is refused. */
const BLOCKED_AT_MOST_MS = 10 * SECOND_MS;

/** The database, opened by whoever asks it first, and anew after its connection was closed. */
export class Database implements Reads {
  readonly database: Database = this;
  /** Which tables are written, by this page or any other. */
  readonly written;
  /** What keeps this page from it: reads and writes are refused meanwhile, and nothing is lost. */
  readonly withheld = createWithheld();
  #opened: Promise<IDBPDatabase> | undefined;

  constructor(readonly name = 'second-take') {
    this.written = createWritten(name);
  }

  async read<Name extends TableName, Answer>(
    table: Name,
    work: (table: Table<Found[Name]>) => Promise<Answer>,
  ): Promise<Answer> {
    const transaction = await this.#begin([table], 'readonly');
    // What goes wrong with a read is told by its request.
    transaction.done.catch(() => undefined);
    return work(transaction.objectStore(table));
  }

  /**
   * Writes in one transaction, all or nothing: where the work throws, or any of its requests fails,
   * nothing of it is kept. Resolves once it is complete, which is on the disk.
   *
   * @param tables what the work reads and writes
   * @param work awaits only requests of its transaction, which ends by itself while it has none
   */
  async write<Name extends TableName, Answer>(
    tables: readonly Name[],
    work: (transaction: Writes<Name>) => Promise<Answer>,
  ): Promise<Answer> {
    const transaction = await this.#begin(tables, 'readwrite');
    const ended = transaction.done.then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    const changed = new Set<Name>();
    let answer: Answer;
    try {
      answer = await work(this.#writes(transaction, changed));
    } catch (error) {
      abort(transaction);
      await ended;
      throw error;
    }
    const failed = await ended;
    if (failed) throw failed.error;
    if (changed.size > 0) this.written.tell(changed);
    return answer;
  }

  /** Closes the connection; who asks later opens it again. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    (await opened)?.close();
  }

  #writes<Name extends TableName>(
    transaction: IDBPTransaction<unknown, string[], 'readwrite'>,
    changed: Set<Name>,
  ): Writes<Name> {
    /** Makes all requests at once and awaits them together. */
    const change = async <One extends Name>(
      table: One,
      requests: (rows: IDBPObjectStore<unknown, string[], One, 'readwrite'>) => Promise<unknown>[],
    ) => {
      const made = await Promise.all(requests(transaction.objectStore(table)));
      if (made.length > 0) changed.add(table);
    };
    return {
      database: this,
      read: async (table, work) => work(transaction.objectStore(table)),
      add: (table, rows) => change(table, (into) => rows.map((row) => into.add(row))),
      put: (table, rows) => change(table, (into) => rows.map((row) => into.put(row))),
      delete: (table, keys) => change(table, (from) => keys.map((key) => from.delete(key))),
      clear: (table) => change(table, (all) => [all.clear()]),
    };
  }

  async #begin<Mode extends 'readonly' | 'readwrite'>(
    tables: readonly TableName[],
    mode: Mode,
  ): Promise<IDBPTransaction<unknown, string[], Mode>> {
    // Strict: a write is complete only once it is on the disk. About 2 ms a write in Chromium.
    const begin = (connection: IDBPDatabase) =>
      connection.transaction([...tables], mode, { durability: 'strict' });
    const opened = this.#open();
    try {
      return begin(await opened);
    } catch (error) {
      if (!isNamed(error, 'InvalidStateError')) throw error;
      // The browser has closed the connection and not said so yet.
      this.#forget(opened);
      return begin(await this.#open());
    }
  }

  #open(): Promise<IDBPDatabase> {
    const why = this.withheld.get();
    if (why) return Promise.reject(new WithheldError(why));
    this.#opened ??= this.#openAnew();
    return this.#opened;
  }

  /** Rejects where an older version blocks it for too long, and is there to be asked once it lets go. */
  #openAnew(): Promise<IDBPDatabase> {
    const { withheld } = this;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const opened: Promise<IDBPDatabase> = new Promise((resolve, reject) => {
      const forget = () => this.#forget(opened);
      const refuse = (error: unknown) => {
        const why = withheld.get();
        reject(why ? new WithheldError(why) : error);
      };
      const blocked = () => {
        timer ??= setTimeout(() => {
          withheld.set('blocked');
          reject(new WithheldError('blocked'));
        }, BLOCKED_AT_MOST_MS);
      };
      openVersioned(this.name, { closed: forget, newer: () => withheld.set('newer'), blocked })
        .then((connection) => {
          if (withheld.get()) connection.close();
          resolve(connection);
        }, refuse)
        .finally(() => {
          clearTimeout(timer);
          withheld.set(undefined);
        });
    });
    // One that failed is not remembered: who asks next tries again.
    opened.catch(() => this.#forget(opened));
    return opened;
  }

  #forget(opened: Promise<IDBPDatabase>): void {
    if (this.#opened === opened) this.#opened = undefined;
  }
}

export const database = new Database();
