import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import type { Save } from '@/lib/job/save';
import { VERSIONS } from './versions';

/** A result that came inside an answer instead of as an address. */
export interface StoredFile {
  readonly jobId: string;
  readonly file: Blob;
}

/** A small poster, kept so that the history never goes blank when an address has run out. */
export interface Picture {
  readonly mediaId: string;
  readonly picture: Blob;
}

/** Small pictures of a clip's frames side by side, drawn by a view and kept to be there at once. */
export interface Strip {
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
  readonly table?: 'jobs' | 'ledger' | 'media';
  readonly record: unknown;
  readonly foundAt: number;
}

/** What is read back is nothing before it is parsed: see `readers.ts`. */
type Parsed<Row> = Table<unknown, string, Row>;

export class Database extends Dexie {
  declare jobs: Parsed<Job>;
  declare media: Parsed<Media>;
  declare ledger: Parsed<LedgerEntry>;
  declare files: EntityTable<StoredFile, 'jobId'>;
  declare pictures: EntityTable<Picture, 'mediaId'>;
  declare strips: EntityTable<Strip, 'id'>;
  declare saves: EntityTable<Save, 'id'>;
  declare quarantine: EntityTable<Quarantined, 'id'>;

  constructor(name = 'second-take') {
    // Strict: a write is reported only once it is on the disk. About 2 ms a write in Chromium.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, tables } of VERSIONS) this.version(version).stores(tables);
  }
}

export const database = new Database();
