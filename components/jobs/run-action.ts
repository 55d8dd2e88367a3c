import { i18n } from '#i18n';
import { exhaustive } from '@/lib/base/exhaustive';
import { warn } from '@/lib/base/log';
import type { Job } from '@/lib/job/job';
import type { Question } from '@/lib/job/limits';
import { sendCommand } from '@/lib/message/send';
import { database } from '@/lib/store/database';
import { openCompare } from '../results/open-compare';
import { saveStoredFile } from '../results/stored-file';
import { announce } from '../state/announce';
import { focusSoon } from '../state/view';
import { jobName } from '../words/job-words';
import { refusalWords } from '../words/refusal-words';
import { clearJobs, dropCleared, putBack } from './cleared';
import { intoComposer } from './into-composer';
import { settingsOf } from './settings-of';
import { showInFlow } from './show-in-flow';
import type { ActionName } from './ways';

/** What came of an action beyond what the job itself shows. */
export type Outcome =
  | { readonly kind: 'problem' | 'note'; readonly sentence: string }
  | { readonly kind: 'question'; readonly question: Question };

/**
 * Carries out an action of the person.
 *
 * @param allowed credits that the person has just said yes to
 */
export async function run(
  action: ActionName,
  job: Job,
  allowed?: number,
): Promise<Outcome | undefined> {
  dropCleared();
  return orSay(action, () => carryOut(action, job, allowed));
}

/** What an action answers; a sentence where nobody does. */
export async function orSay(
  action: string,
  act: () => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
  try {
    return await act();
  } catch (error) {
    warn(action, error);
    return problem(i18n.t('refusal.unanswered'));
  }
}

async function carryOut(
  action: ActionName,
  job: Job,
  allowed: number | undefined,
): Promise<Outcome | undefined> {
  const { id: jobId, request } = job;
  switch (action) {
    case 'cancel':
    case 'stop':
      await sendCommand('cancel', { jobId });
      return undefined;
    case 'forget':
      await sendCommand('forget', { jobId });
      return undefined;
    case 'checkAgain':
      await sendCommand('checkAgain', { jobId });
      return notFoundYet(job);
    case 'download':
      return download(job);
    case 'again':
      return sendAgain([job], allowed);
    case 'show':
      await showInFlow(request.projectId);
      return undefined;
    case 'compare':
      openCompare(jobId);
      return undefined;
    case 'extend':
    case 'reshoot':
    case 'upscale':
      if (job.state === 'done') intoComposer(onFrom(action, job.result.mediaId));
      return undefined;
    case 'edit': {
      const { seed: _, ...settings } = settingsOf(request);
      intoComposer({ ...settings, seed: undefined });
      return undefined;
    }
    case 'copySettings':
      intoComposer(settingsOf(request));
      return undefined;
    case 'copyPrompt':
      if ('prompt' in request) await navigator.clipboard.writeText(request.prompt);
      announce(i18n.t('jobList.copied'));
      return undefined;
    case 'keep':
    case 'unkeep':
      await sendCommand('keep', { jobId, isKept: action === 'keep' });
      return undefined;
    case 'clear':
      await clearJobs([jobId]);
      return undefined;
    case 'putBack':
      focusSoon('.jobs-filter select');
      await putBack([jobId]);
      return undefined;
    default:
      return exhaustive(action);
  }
}

const onFrom = (action: 'extend' | 'reshoot' | 'upscale', clipId: string | undefined) => ({
  action,
  clipId,
  range: undefined,
  moreClipIds: [],
});

/** Sends jobs again as one wish; above a limit it answers with the question for their sum. */
export async function sendAgain(
  jobs: readonly Job[],
  allowed: number | undefined,
): Promise<Outcome | undefined> {
  const answer = await sendCommand('again', {
    jobIds: jobs.map(({ id }) => id),
    ...(allowed !== undefined && { allowed }),
  });
  if (answer.ok) announce(i18n.t('sent.announced', answer.jobs));
  else if (answer.refusal === 'limit') return { kind: 'question', question: answer.question };
  else return problem(refusalWords(answer.refusal));
  return undefined;
}

/** A look that found nothing changes nothing: it has to be said. */
async function notFoundYet(job: Job): Promise<Outcome | undefined> {
  const after = await database.jobs.get(job.id);
  if (after?.state !== 'unknown') return undefined;
  return { kind: 'note', sentence: i18n.t('job.stillUnknown') };
}

/** Saves a finished clip; says why where it cannot be had. */
export async function download(job: Job): Promise<Outcome | undefined> {
  if (job.state !== 'done') return undefined;
  if (job.result.hasFile) {
    const saved = await saveStoredFile(job);
    if (!saved) return problem(refusalWords('gone'));
  } else {
    const answer = await sendCommand('download', { jobId: job.id });
    if (!answer.ok) return problem(refusalWords(answer.refusal));
  }
  announce(i18n.t('job.saving', [jobName(job)]));
  return undefined;
}

const problem = (sentence: string): Outcome => ({ kind: 'problem', sentence });
