import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import type { Save } from '@/lib/jobs/save';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import type { Database } from './database';

/** A result that came inside an answer instead of as a URL. */
export interface StoredFile {
  readonly jobId: string;
  readonly file: Blob;
}

/** A small poster, kept so that the history never goes blank when a URL has run out. */
export interface Picture {
  readonly mediaId: string;
  readonly picture: Blob;
}

/** Small pictures of a clip's frames side by side, drawn by a view and kept to be there at once. */
export interface Filmstrip {
  /** Media id and number of frames shown. */
  readonly id: string;
  readonly picture: Blob;
  readonly drawnAt: number;
}

/** A record that no longer parses, kept as it was found. */
export interface Quarantined {
  /** Its table, its key and when it was found. */
  readonly id: string;
  /** Absent in what was set aside before several tables were: a job. */
  readonly table?: ParsedTable;
  readonly record: unknown;
  readonly foundAt: number;
}

/** What is read back: of the first four tables nothing, before it is parsed (see `readers.ts`). */
export interface Found {
  readonly jobs: unknown;
  readonly ledger: unknown;
  readonly media: unknown;
  readonly pageJobs: unknown;
  readonly files: StoredFile;
  readonly pictures: Picture;
  readonly strips: Filmstrip;
  readonly saves: Save;
  readonly quarantine: Quarantined;
}

/** What is written. */
export interface Rows extends Found {
  readonly jobs: Job;
  readonly ledger: LedgerEntry;
  readonly media: Media;
  readonly pageJobs: PageJob;
}

export type TableName = keyof Rows;
export type ParsedTable = 'jobs' | 'ledger' | 'media' | 'pageJobs';

type Range = IDBValidKey | IDBKeyRange | null;

/** A record at its place in an index, and the way to the next one. */
export interface Cursor<Row> {
  readonly value: Row;
  continue(): Promise<Cursor<Row> | null>;
}

interface KeyCursor {
  readonly key: IDBValidKey;
  continue(): Promise<KeyCursor | null>;
}

/** What IndexedDB has to read a table, or one of its indexes, with. */
export interface Index<Row> {
  getAll(range?: Range, count?: number): Promise<Row[]>;
  getAllKeys(range?: Range): Promise<IDBValidKey[]>;
  count(range?: Range): Promise<number>;
  openCursor(range?: Range, direction?: 'next' | 'prev'): Promise<Cursor<Row> | null>;
  openKeyCursor(range?: Range, direction?: 'prev' | 'nextunique'): Promise<KeyCursor | null>;
}

export interface Table<Row> extends Index<Row> {
  get(key: string): Promise<Row | undefined>;
  index(name: string): Index<Row>;
}

/** What queries read from: the database, a transaction of it, or it as a followed query sees it. */
export interface Reads {
  readonly database: Database;
  /**
   * Reads one table. The work awaits only requests of that table: a transaction that has none to
   * wait for ends by itself.
   */
  read<Name extends TableName, Answer>(
    table: Name,
    work: (table: Table<Found[Name]>) => Promise<Answer>,
  ): Promise<Answer>;
}

/** A transaction that writes these tables, and reads them as they are within it. */
export interface Writes<Name extends TableName> extends Reads {
  /** Adds records; one whose key is there already fails the whole transaction. */
  add<One extends Name>(table: One, rows: readonly Rows[One][]): Promise<void>;
  /** Stores records over those that have their keys. */
  put<One extends Name>(table: One, rows: readonly Rows[One][]): Promise<void>;
  delete(table: Name, keys: readonly IDBValidKey[]): Promise<void>;
  clear(table: Name): Promise<void>;
}
