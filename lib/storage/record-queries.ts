import type { Media } from '@/lib/flow/media';
import type { Job } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { type Database, database } from './database';
import { quarantineOf } from './quarantine';
import { readerOf } from './readers';
import type { Quarantined, Reads } from './transaction';

export type { Quarantined };

const asideIn = (from: Reads): Promise<Quarantined[]> =>
  from.read('quarantine', (aside) => aside.getAll());

/**
 * All that is kept as records, each in no order: jobs, submits, clips and images, what the page has
 * started, what was set aside.
 */
export function allRecords(
  from: Reads,
): Promise<[Job[], LedgerEntry[], Media[], PageJob[], Quarantined[]]> {
  return Promise.all([
    readerOf('jobs', from).all((jobs) => jobs.getAll()),
    readerOf('ledger', from).all((ledger) => ledger.getAll()),
    readerOf('media', from).all((media) => media.getAll()),
    readerOf('pageJobs', from).all((jobs) => jobs.getAll()),
    asideIn(from),
  ]);
}

/**
 * What does not parse and was set aside, in no order. Every record is read once before, so that none is
 * missed that no view has asked for.
 */
export async function findAside(db: Database = database): Promise<Quarantined[]> {
  const quarantine = quarantineOf(db);
  for (const name of ['jobs', 'ledger', 'media', 'pageJobs'] as const)
    await readerOf(name, db, quarantine).all((table) => table.getAll());
  await quarantine.settled();
  return asideIn(db);
}

/** Writes a record that means nothing, and takes it away again; rejects where nothing can be written. */
export async function tryWrite(db: Database = database): Promise<void> {
  const id = 'self-check';
  const filmstrip = { id, picture: new Blob(), drawnAt: Date.now() };
  await db.write(['strips'], (transaction) => transaction.put('strips', [filmstrip]));
  await db.write(['strips'], (transaction) => transaction.delete('strips', [id]));
}
