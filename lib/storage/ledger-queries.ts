import type { LedgerEntry } from '@/lib/ledger/ledger';
import { lastSubmits } from '@/lib/ledger/spending';
import { anyOf } from './ranges';
import { readerOf } from './readers';
import type { Reads } from './transaction';

/** Submits that went out at that moment (epoch ms) or later, oldest first. */
export const entriesSince = (since: number, from: Reads): Promise<LedgerEntry[]> =>
  readerOf('ledger', from).all((ledger) =>
    ledger.index('at').getAll(IDBKeyRange.lowerBound(since)),
  );

/** Every submit of any of these jobs; in no order. */
export const entriesOf = (jobIds: readonly string[], from: Reads): Promise<LedgerEntry[]> =>
  readerOf('ledger', from).all((ledger) => anyOf(ledger.index('jobId'), jobIds));

/** The last submit of a job. */
export const lastEntryOf = async (jobId: string, from: Reads): Promise<LedgerEntry | undefined> =>
  lastSubmits(await entriesOf([jobId], from)).get(jobId);

/** Whether no submit is noted at all. */
export const isLedgerEmpty = async (from: Reads): Promise<boolean> =>
  (await from.read('ledger', (ledger) => ledger.count())) === 0;
