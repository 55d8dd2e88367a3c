import type { Job } from '@/lib/job/job';
import { type LedgerEntry, openEntry, settleEntry, showsNoCharge } from '@/lib/job/ledger';
import { type JobEvent, transition } from '@/lib/job/transition';
import type { Change, Changed, Extras, QueuePorts } from './ports';

/** What came with an event: the balance named beside it, the clip or file it brought. */
export interface Along {
  readonly balance?: number | undefined;
  readonly extras?: Extras;
}

/**
 * Applies an event to the job as it is stored now, and stores what becomes of it, and of its ledger
 * entry, before anything else happens. Two events at the same time are no danger: the second sees
 * the first one's state.
 *
 * @returns the job as stored, and whether the event meant something to it
 */
export const dispatch = (
  ports: Pick<QueuePorts, 'jobs' | 'now'>,
  id: string,
  event: JobEvent,
  { balance, extras }: Along = {},
): Promise<Changed | undefined> =>
  ports.jobs.update(id, (job, entry) => next(job, entry, event, balance, ports.now()), extras);

function next(
  job: Job,
  entry: LedgerEntry | undefined,
  event: JobEvent,
  balance: number | undefined,
  now: number,
): Change {
  const told = event.type === 'broke' ? withCharge(event, entry) : event;
  const { job: after } = transition(job, told, now);
  if (after === job) return { job };
  if (told.type === 'submit') return { job: after, entry: openEntry(after, now, balance) };
  return { job: after, entry: entry && settleEntry(entry, told, balance) };
}

/** "Not charged" is said only where the balance shows it. */
function withCharge(event: Extract<JobEvent, { type: 'broke' }>, entry: LedgerEntry | undefined) {
  if (!showsNoCharge(entry, event.failure)) return event;
  return { ...event, failure: { ...event.failure, charged: 'no' as const } };
}
