import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { Job, JobState } from '@/lib/job/job';
import type { Question } from '@/lib/job/limits';
import { sendCommand } from '@/lib/message/send';
import { database } from '@/lib/store/database';
import { saveStoredFile } from '../results/stored-file';
import { announce } from '../state/announce';
import { isLate, jobName } from '../words/job-words';
import { refusalWords } from '../words/refusal-words';

export type ActionName = 'cancel' | 'stop' | 'download' | 'checkAgain' | 'again' | 'forget';

/** What came of an action beyond what the job itself shows. */
export type Outcome =
  | { readonly kind: 'problem' | 'note'; readonly sentence: string }
  | { readonly kind: 'question'; readonly question: Question };

const ACTIONS = {
  waiting: ['cancel'],
  submitting: [],
  running: ['stop'],
  done: ['download'],
  failed: ['again'],
  unknown: ['checkAgain', 'again', 'forget'],
  cancelled: [],
} as const satisfies Record<JobState, readonly ActionName[]>;

/**
 * What can be done with a job in its state, what is best first.
 *
 * @param isRepeated it was sent again already: its successor can be, it cannot
 */
export function actionsOf(job: Job, isRepeated: boolean): readonly ActionName[] {
  const actions: readonly ActionName[] = isLate(job) ? ['checkAgain', 'again'] : ACTIONS[job.state];
  return isRepeated ? actions.filter((action) => action !== 'again') : actions;
}

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
  try {
    return await carryOut(action, job, allowed);
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
  if (action === 'download') return download(job);
  if (action === 'again') return sendAgain(job, allowed);
  await sendCommand(action === 'stop' ? 'cancel' : action, { jobId: job.id });
  return action === 'checkAgain' ? notFoundYet(job) : undefined;
}

async function sendAgain(job: Job, allowed: number | undefined): Promise<Outcome | undefined> {
  const answer = await sendCommand('again', {
    jobIds: [job.id],
    ...(allowed !== undefined && { allowed }),
  });
  if (answer.ok) announce(i18n.t('sent.announced', 1));
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

async function download(job: Job): Promise<Outcome | undefined> {
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
