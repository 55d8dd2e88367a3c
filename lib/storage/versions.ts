/**
 * One version of the database: its tables, each with the path of its key and, after that, those of its
 * indexes. An index is named as it is written here; one in brackets is of several paths.
 */
export interface DatabaseVersion {
  readonly version: number;
  readonly tables: Readonly<Record<string, string>>;
  /** Fields that have another name from here on, by table: from the old one to the new one. */
  readonly renamed?: Readonly<Record<string, Readonly<Record<string, string>>>>;
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
  {
    // Lists of thousands: what changed since, how many ended since, how long the last ones took,
    // what was made of a clip; and the filmstrips that views draw.
    version: 2,
    tables: {
      jobs: 'id, state, batchId, createdAt, sentAt, againOf, result.mediaId, sourceId, changedAt, [state+endedAt], [request.action+state+endedAt]',
      strips: 'id',
    },
  },
  {
    // How saving each file went, followed to its end.
    version: 3,
    tables: {
      saves: 'id, state, changedAt',
    },
  },
  {
    // The field's own words for what records said in words of ours.
    version: 4,
    tables: {},
    renamed: {
      media: { address: 'url', addressExpiresAt: 'urlExpiresAt', place: 'position' },
      saves: { address: 'url', isTold: 'isNotified' },
    },
  },
  {
    // What the user has started in Flow's own page.
    version: 5,
    tables: {
      pageJobs: 'id, state, createdAt',
    },
  },
];
