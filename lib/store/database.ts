import Dexie, { type EntityTable } from 'dexie';
import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
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
  readonly id: string;
  readonly record: unknown;
  readonly foundAt: number;
}

export class Database extends Dexie {
  declare jobs: EntityTable<Job, 'id'>;
  declare media: EntityTable<Media, 'id'>;
  declare ledger: EntityTable<LedgerEntry, 'id'>;
  declare files: EntityTable<StoredFile, 'jobId'>;
  declare pictures: EntityTable<Picture, 'mediaId'>;
  declare strips: EntityTable<Strip, 'id'>;
  declare quarantine: EntityTable<Quarantined, 'id'>;

  constructor(name = 'second-take') {
    // Strict: a write is reported only once it is on the disk. About 2 ms a write in Chromium.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, tables } of VERSIONS) this.version(version).stores(tables);
  }
}

export const database = new Database();
