/** One version of the database: its tables with their indexes. */
export interface DatabaseVersion {
  readonly version: number;
  readonly tables: Readonly<Record<string, string>>;
}

/**
 * All versions there have been, oldest first. One that was published is frozen: a change is a new
 * entry, with a sample of its records in `test/samples/records`.
 */
export const VERSIONS: readonly DatabaseVersion[] = [
  {
    version: 1,
    tables: {
      jobs: 'id, state, batchId, createdAt, sentAt, againOf, result.mediaId',
      ledger: 'id, jobId, at',
      media: 'id, key, projectId',
      files: 'jobId',
      pictures: 'mediaId',
      quarantine: 'id',
    },
  },
];
