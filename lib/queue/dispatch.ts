import type { Job } from '@/lib/job/job';
import { type LedgerEntry, openEntry, settleEntry, showsNoCharge } from '@/lib/job/ledger';
import { type Effect, type JobEvent, transition } from '@/lib/job/transition';
import type { Change, Changed, Extras, QueuePorts } from './ports';

/** What came with an event: the balance named beside it, the clip or file it brought. */
export interface Along {
  readonly balance?: number | undefined;
  readonly extras?: Extras;
}

/** What an event came to: the job as stored, and what is to be done now that it is. */
export interface Dispatched extends Changed {
  readonly effects: readonly Effect[];
}

/**
 * Applies an event to the job as it is stored now, and stores what becomes of it, and of its ledger
 * entry, before anything else happens. Two events at the same time are no danger: the second sees
 * the first one's state.
 *
 * @returns undefined when there is no such job
 */
export async function dispatch(
  ports: Pick<QueuePorts, 'jobs' | 'now'>,
  id: string,
  event: JobEvent,
  { balance, extras }: Along = {},
): Promise<Dispatched | undefined> {
  let effects: readonly Effect[] = [];
  const change = (job: Job, entry: LedgerEntry | undefined): Change => {
    const now = ports.now();
    const told = event.type === 'broke' ? withCharge(event, entry) : event;
    const step = transition(job, told, now);
    effects = step.effects;
    if (step.job === job) return { job };
    if (told.type === 'submit') return { job: step.job, entry: openEntry(step.job, now, balance) };
    return { job: step.job, entry: entry && settleEntry(entry, told, balance) };
  };
  const changed = await ports.jobs.update(id, change, extras);
  return changed && { ...changed, effects };
}

/** "Not charged" is said only where the balance shows it. */
function withCharge(event: Extract<JobEvent, { type: 'broke' }>, entry: LedgerEntry | undefined) {
  if (!showsNoCharge(entry, event.failure)) return event;
  return { ...event, failure: { ...event.failure, charged: 'no' as const } };
}
