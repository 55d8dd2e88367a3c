import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { Job, JobState } from '@/lib/job/job';
import { sendCommand } from '@/lib/message/send';
import { announce } from '../announce';
import { jobName } from '../job-words';
import { refusalWords } from '../refusal-words';
import { saveStoredFile } from './stored-file';

export type ActionName = 'cancel' | 'stop' | 'download' | 'again' | 'forget';

const ACTIONS = {
  waiting: ['cancel'],
  submitting: [],
  running: ['stop'],
  done: ['download'],
  failed: ['again'],
  unknown: ['again', 'forget'],
  cancelled: [],
} as const satisfies Record<JobState, readonly ActionName[]>;

/** What can be done with a job in its state. */
export const actionsOf = (job: Job): readonly ActionName[] => ACTIONS[job.state];

/** Carries out an action of the person; a sentence where it came to nothing. */
export async function run(action: ActionName, job: Job): Promise<string | undefined> {
  try {
    return await carryOut(action, job);
  } catch (error) {
    warn(action, error);
    return i18n.t('refusal.unanswered');
  }
}

async function carryOut(action: ActionName, job: Job): Promise<string | undefined> {
  const jobId = { jobId: job.id };
  if (action === 'download') return download(job);
  if (action === 'again') {
    const answer = await sendCommand('again', jobId);
    if (!answer.ok) return refusalWords(answer.refusal);
    announce(i18n.t('sent.announced', 1));
    return undefined;
  }
  await sendCommand(action === 'stop' ? 'cancel' : action, jobId);
  return undefined;
}

async function download(job: Job): Promise<string | undefined> {
  if (job.state !== 'done') return undefined;
  if (job.result.hasFile) {
    const saved = await saveStoredFile(job);
    if (!saved) return refusalWords('gone');
  } else {
    const answer = await sendCommand('download', { jobId: job.id });
    if (!answer.ok) return refusalWords(answer.refusal);
  }
  announce(i18n.t('job.saving', [jobName(job)]));
  return undefined;
}
