import { i18n } from '#i18n';
import { exhaustive } from '@/lib/base/exhaustive';
import type { Job, JobIn, JobState } from '@/lib/job/job';
import type { LedgerEntry } from '@/lib/job/ledger';
import { costWords } from './cost-words';
import { duration } from './format';

const TITLE_MAX = 60;

/** The verb of a job: Extend, Reshoot, Upscale, Make. */
export const jobVerb = (job: Job): string => i18n.t(`verb.${job.request.action}`);

/** What the verb is done to: “Witch lands”, Orbit left. */
export function jobObject(job: Job): string {
  const letters = Array.from(job.title);
  const title = letters.length > TITLE_MAX ? `${letters.slice(0, TITLE_MAX).join('')}…` : job.title;
  const quoted = i18n.t('job.quoted', [title]);
  if (job.request.action !== 'reshoot') return quoted;
  return i18n.t('job.withMove', [quoted, i18n.t(`move.${job.request.move}`)]);
}

/** Verb and object: Reshoot “Witch lands”, Orbit left. */
export const jobName = (job: Job): string => i18n.t('job.name', [jobVerb(job), jobObject(job)]);

/** Whether a job was given up for its time alone: Flow may still be at it. */
export const isLate = (job: Job): boolean =>
  job.state === 'failed' && job.failure.kind === 'late' && job.operation !== undefined;

const SHORT = {
  waiting: 'now.waiting',
  submitting: 'now.sending',
  running: 'now.running',
  done: 'now.done',
  failed: 'now.failed',
  unknown: 'now.unknown',
  cancelled: 'now.cancelled',
} as const satisfies Record<JobState, string>;

/** The sentence for the live region when a job has changed: Extend “Dusk street”: done. */
export const jobChanged = (job: Job): string =>
  i18n.t('job.changed', [jobName(job), i18n.t(isLate(job) ? 'now.late' : SHORT[job.state])]);

/**
 * The state of a job in its fixed words, and what goes with it in a lighter weight.
 *
 * @param entry its last submit as the ledger has it
 */
export function stateWords(
  job: Job,
  now: number,
  entry?: LedgerEntry,
): { readonly state: string; readonly more?: string } {
  switch (job.state) {
    case 'waiting':
      return { state: i18n.t('state.waiting') };
    case 'submitting':
      return { state: i18n.t('state.sending') };
    case 'running':
      return { state: i18n.t('state.running', [duration(now - job.sentAt)]) };
    case 'done':
      return { state: i18n.t('state.done'), more: doneWords(job, entry) };
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
      return exhaustive(job);
  }
}

function doneWords(job: JobIn<'done'>, entry: LedgerEntry | undefined): string {
  const took = i18n.t('job.took', [duration(job.endedAt - job.sentAt)]);
  const cost = costWords(job.price, entry);
  return cost === undefined ? took : i18n.t('job.tookFor', [took, cost]);
}
