import Dexie, { type EntityTable } from 'dexie';
import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/job/job';

/** A result that came inside an answer instead of as an address. */
export interface StoredFile {
  readonly jobId: string;
  readonly file: Blob;
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
  declare files: EntityTable<StoredFile, 'jobId'>;
  declare quarantine: EntityTable<Quarantined, 'id'>;

  constructor(name = 'second-take') {
    // Strict: a write is reported only once it is on the disk. About 2 ms a write in Chromium.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      jobs: 'id, state, batchId, createdAt, sentAt',
      media: 'id, key, projectId',
      files: 'jobId',
      quarantine: 'id',
    });
  }
}

export const database = new Database();
