import { type Effect, type JobEvent, transition } from '@/lib/jobs/transition';
import { type LedgerEntry, openEntry, settleEntry, showsNoCharge } from '@/lib/ledger/ledger';
import type { Changed, ChangeJob, Extras, Found, QueuePorts } from './ports';

/** What came with an event: the balance named beside it, the clip or file it brought. */
export interface Along {
  readonly balance?: number | undefined;
  readonly extras?: Extras;
  /** Of a submit: another job of the account may give its price back meanwhile. */
  readonly isShared?: boolean;
  /** Nothing proves that the clip is this job's: one that another job has changes nothing. */
  readonly isGuess?: boolean;
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
 * A clip is the result of one job at most: where another has it, the job is done without it.
 *
 * @returns undefined when there is no such job
 */
export async function dispatch(
  ports: Pick<QueuePorts, 'jobs' | 'now'>,
  id: string,
  event: JobEvent,
  { balance, extras, isShared, isGuess = false }: Along = {},
): Promise<Dispatched | undefined> {
  let effects: readonly Effect[] = [];
  const change: ChangeJob = (job, entry, found) => {
    if (found.isTaken && isGuess) return { job };
    const now = ports.now();
    const told = withStored(event, entry, found);
    const step = transition(job, told, now);
    effects = step.effects;
    if (step.job === job) return { job };
    if (step.job.state === 'submitting')
      return { job: step.job, entry: openEntry(step.job, now, balance, isShared) };
    return { job: step.job, entry: entry && settleEntry(entry, told, balance) };
  };
  const claims = event.type === 'finished' ? event.result.mediaId : undefined;
  const changed = await ports.jobs.update(id, change, { ...extras, claims });
  return changed && { ...changed, effects };
}

/**
 * The event with what only the transaction knows: whether money moved, whose clip it is, what
 * became of the original.
 */
function withStored(
  event: JobEvent,
  entry: LedgerEntry | undefined,
  { original, isTaken }: Found,
): JobEvent {
  if (event.type === 'submit') return { ...event, original: original?.state };
  return event.type === 'broke' ? withCharge(event, entry) : withClip(event, isTaken);
}

/** Another job's clip is left out of a result; what else the job has stays. */
function withClip(event: JobEvent, isTaken: boolean): JobEvent {
  if (!isTaken || event.type !== 'finished') return event;
  const { mediaId: _, ...result } = event.result;
  return { ...event, result };
}

/** "Not charged" is said only where the balance shows it. */
function withCharge(event: Extract<JobEvent, { type: 'broke' }>, entry: LedgerEntry | undefined) {
  if (!showsNoCharge(entry, event.failure)) return event;
  return { ...event, failure: { ...event.failure, charged: 'no' as const } };
}
