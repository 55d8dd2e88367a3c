import { i18n } from '#i18n';
import { assertNever } from '@/lib/base/assert-never';
import { SECOND_MS } from '@/lib/base/time';
import { isLate, type Job, type JobIn, type JobState } from '@/lib/jobs/job';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { costText } from './cost-text';
import { duration } from './format';
import { jobName } from './job-name';
import { stateCounts } from './state-counts';

const SHORT = {
  waiting: 'now.waiting',
  submitting: 'now.sending',
  running: 'now.running',
  done: 'now.done',
  failed: 'now.failed',
  unknown: 'now.unknown',
  cancelled: 'now.cancelled',
} as const satisfies Record<JobState, string>;

const FEW = 3;

/** The sentence for the live region when jobs have changed; many are counted, not named. */
export function changesText(jobs: readonly Job[]): string {
  if (jobs.length <= FEW) return jobs.map(jobChanged).join(i18n.t('list.clause'));
  return i18n.t('jobList.changed', [stateCounts(jobs)]);
}

/** The sentence when one job has changed: Extend “Dusk street”: done. */
export const jobChanged = (job: Job): string =>
  i18n.t('job.changed', [jobName(job), i18n.t(isLate(job) ? 'now.late' : SHORT[job.state])]);

/** What is known around a job that its words depend on. */
export interface JobContext {
  readonly now: number;
  /** The last submit of a finished job as the ledger has it. */
  readonly entry?: LedgerEntry | undefined;
  /** How long a running one usually takes, in ms. */
  readonly usualMs?: number | undefined;
  /** When a waiting one goes out (epoch ms). */
  readonly goesOutAt?: number | undefined;
  /** A waiting one that a limit of the user's own stops. */
  readonly isAboveLimit?: boolean;
}

/**
 * The state of a job in its fixed words, and what follows them in a lighter weight.
 */
export function stateText(
  job: Job,
  context: JobContext,
): { readonly state: string; readonly more?: string } {
  switch (job.state) {
    case 'waiting':
      return waitingText(context);
    case 'submitting':
      return { state: i18n.t('state.sending'), more: i18n.t('jobList.fewSeconds') };
    case 'running':
      return {
        state: i18n.t('state.running', [duration(context.now - job.sentAt)]),
        ...usually(context),
      };
    case 'done':
      return { state: i18n.t('state.done'), more: ` ${doneText(job, context.entry)}` };
    case 'failed':
      if (isLate(job)) return { state: i18n.t('state.late') };
      return {
        state: i18n.t(job.failure.charged === 'no' ? 'state.failedFree' : 'state.failedUnknown'),
      };
    case 'unknown':
      return { state: i18n.t('state.unknown') };
    case 'cancelled':
      return { state: i18n.t('state.cancelled') };
    default:
      return assertNever(job);
  }
}

function waitingText({ now, goesOutAt, isAboveLimit }: JobContext) {
  if (isAboveLimit)
    return { state: i18n.t('jobList.needsYou'), more: i18n.t('jobList.aboveLimit') };
  const state = i18n.t('state.waiting');
  if (goesOutAt === undefined || goesOutAt - now < SECOND_MS) return { state };
  return { state, more: i18n.t('jobList.goesOut', [duration(goesOutAt - now)]) };
}

const ROUND_MS = 5 * SECOND_MS;

/** “usually about” is no stopwatch: it goes by five seconds. */
const usually = ({ usualMs }: JobContext) =>
  usualMs === undefined ? {} : { more: i18n.t('jobList.usually', [usualText(usualMs)]) };

/** A usual time in minutes and seconds, by five seconds. */
export const usualText = (usualMs: number): string =>
  duration(Math.max(ROUND_MS, Math.round(usualMs / ROUND_MS) * ROUND_MS));

function doneText(job: JobIn<'done'>, entry: LedgerEntry | undefined): string {
  const took = i18n.t('job.took', [duration(job.endedAt - job.sentAt)]);
  const cost = costText(job.price, entry);
  return cost === undefined ? took : i18n.t('job.tookFor', [took, cost]);
}
