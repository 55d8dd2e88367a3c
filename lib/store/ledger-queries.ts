import type { LedgerEntry } from '@/lib/job/ledger';
import { lastSubmits } from '@/lib/job/spending';
import { type Database, database } from './database';
import { readersOf } from './readers';

/** Submits that went out at that moment (epoch ms) or later, oldest first. */
export const entriesSince = (since: number, db: Database = database): Promise<LedgerEntry[]> =>
  readersOf(db).ledger.all(db.ledger.where('at').aboveOrEqual(since));

/** Every submit of any of these jobs; in no order. */
export const entriesOf = (
  jobIds: readonly string[],
  db: Database = database,
): Promise<LedgerEntry[]> => readersOf(db).ledger.all(db.ledger.where('jobId').anyOf(jobIds));

/** The last submit of a job. */
export const lastEntryOf = async (
  jobId: string,
  db: Database = database,
): Promise<LedgerEntry | undefined> =>
  lastSubmits(await readersOf(db).ledger.all(db.ledger.where({ jobId }))).get(jobId);

/** Whether no submit is noted at all. */
export const isLedgerEmpty = async (db: Database = database): Promise<boolean> =>
  (await db.ledger.count()) === 0;
