import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { type Database, database, type Quarantined } from './database';
import { readersOf } from './readers';

export type { Quarantined };

/** All that is kept as records, each in no order: jobs, submits, clips and images, what was set aside. */
export function allRecords(
  db: Database = database,
): Promise<[Job[], LedgerEntry[], Media[], Quarantined[]]> {
  const read = readersOf(db);
  return Promise.all([
    read.jobs.all(db.jobs),
    read.ledger.all(db.ledger),
    read.media.all(db.media),
    db.quarantine.toArray(),
  ]);
}

/**
 * What does not parse and was set aside, in no order. Every record is read once before, so that none is
 * missed that no view has asked for.
 */
export async function findAside(db: Database = database): Promise<Quarantined[]> {
  const read = readersOf(db);
  for (const name of ['jobs', 'ledger', 'media'] as const) await read[name].all(db[name]);
  await read.quarantine.settled();
  return db.quarantine.toArray();
}

/** Writes a record that means nothing, and takes it away again; rejects where nothing can be written. */
export async function tryWrite(db: Database = database): Promise<void> {
  const id = 'self-check';
  await db.strips.put({ id, picture: new Blob(), drawnAt: Date.now() });
  await db.strips.delete(id);
}
