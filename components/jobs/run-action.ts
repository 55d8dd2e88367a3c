import { i18n } from '#i18n';
import type { ViewStore } from '@/components/store/view-store';
import { assertNever } from '@/lib/base/assert-never';
import { warn } from '@/lib/base/log';
import { agreed, type Consent } from '@/lib/drafts/consent';
import type { Draft } from '@/lib/drafts/draft';
import type { Question } from '@/lib/drafts/limits';
import { settingsOf } from '@/lib/drafts/settings-of';
import type { Job } from '@/lib/jobs/job';
import type { ActionName } from '@/lib/jobs/job-actions';
import { sendCommand } from '@/lib/messaging/client';
import { ask } from '@/lib/storage/ask';
import { readJob } from '@/lib/storage/job-queries';
import { jobName } from '@/lib/text/job-name';
import { refusalText } from '@/lib/text/refusal-text';
import { showInFlow } from '../store/show-in-flow';

/** What came of an action beyond what the job itself shows. */
export type Outcome =
  | { readonly kind: 'problem' | 'note'; readonly sentence: string }
  | {
      readonly kind: 'question';
      readonly question: Question;
      /** What the user has agreed to with a yes. */
      readonly yes: Consent;
    };

/**
 * Carries out an action of the user.
 *
 * @param allowed what the user has just said yes to
 */
export async function run(
  store: ViewStore,
  action: ActionName,
  job: Job,
  allowed?: Consent,
): Promise<Outcome | undefined> {
  const { cleared } = store;
  cleared.drop();
  return orSay(action, () => carryOut(store, action, job, allowed));
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
  store: ViewStore,
  action: ActionName,
  job: Job,
  allowed: Consent | undefined,
): Promise<Outcome | undefined> {
  const { announcer, cleared, compared, focus } = store;
  const { id: jobId, request } = job;
  switch (action) {
    case 'cancel':
    case 'stop':
    case 'forget':
      return endJob(action, jobId);
    case 'checkAgain':
      await sendCommand('checkAgain', { jobId });
      return notFoundYet(job);
    case 'save':
    case 'saveAgain':
      return saveResults(store, [job]);
    case 'again':
      return sendAgain(store, [job], allowed);
    case 'show':
      await showInFlow(request.projectId);
      return undefined;
    case 'compare':
      compared.open(jobId);
      return undefined;
    case 'extend':
    case 'reshoot':
    case 'upscale':
      if (job.state === 'done') intoComposer(store, onFrom(action, job.result.mediaId));
      return undefined;
    case 'edit': {
      const { seed: _, ...settings } = settingsOf(request);
      intoComposer(store, { ...settings, seed: undefined });
      return undefined;
    }
    case 'copySettings':
      intoComposer(store, settingsOf(request));
      return undefined;
    case 'copyPrompt':
      if ('prompt' in request) await navigator.clipboard.writeText(request.prompt);
      announcer.announce(i18n.t('jobList.copied'));
      return undefined;
    case 'keep':
    case 'unkeep':
      await sendCommand('keep', { jobId, isKept: action === 'keep' });
      return undefined;
    case 'clear':
      await cleared.clear([jobId]);
      return undefined;
    case 'putBack':
      focus.on('jobs-filter');
      await cleared.putBack([jobId]);
      return undefined;
    default:
      return assertNever(action);
  }
}

/** Part of a draft that makes something of a result. */
export const onFrom = (action: 'extend' | 'reshoot' | 'upscale', clipId: string | undefined) => ({
  action,
  clipId,
  range: undefined,
  moreClipIds: [],
});

/** Ends a job as the user sees it: one that has gone on meanwhile stays as it is, and that is said. */
export async function endJob(
  action: 'cancel' | 'stop' | 'forget',
  jobId: string,
): Promise<Outcome | undefined> {
  const answer = await sendCommand(action, { jobId });
  return answer.ok ? undefined : problem(refusalText(answer.refusal));
}

/** Sends jobs again as one batch; above a limit it answers with the question for their sum. */
export async function sendAgain(
  { announcer }: ViewStore,
  jobs: readonly Job[],
  allowed: Consent | undefined,
): Promise<Outcome | undefined> {
  const answer = await sendCommand('again', {
    jobIds: jobs.map(({ id }) => id),
    ...(allowed !== undefined && { allowed }),
  });
  if (answer.ok) announcer.announce(i18n.t('sent.announced', answer.jobs));
  else if (answer.refusal === 'limit') {
    const { question } = answer;
    return { kind: 'question', question, yes: agreed(allowed, question) };
  } else return problem(refusalText(answer.refusal));
  return undefined;
}

/** A look that found nothing changes nothing: it has to be said. */
async function notFoundYet(job: Job): Promise<Outcome | undefined> {
  const after = await ask((from) => readJob(job.id, from));
  if (after?.state !== 'unknown') return undefined;
  return { kind: 'note', sentence: i18n.t('job.stillUnknown') };
}

/** Has results saved in this order; how each goes, the jobs show. */
export async function saveResults(
  { announcer }: ViewStore,
  jobs: readonly Job[],
): Promise<Outcome | undefined> {
  const answer = await sendCommand('save', { jobIds: jobs.map(({ id }) => id) });
  if (!answer.ok) return problem(refusalText(answer.refusal));
  const [only, ...others] = jobs;
  if (only && others.length === 0) announcer.announce(i18n.t('job.saving', [jobName(only)]));
  return undefined;
}

/** Has one clip of a project saved; how it goes, its row shows. */
export async function saveClip(
  { announcer }: ViewStore,
  mediaId: string,
  name: string,
): Promise<Outcome | undefined> {
  const answer = await sendCommand('saveClips', { mediaIds: [mediaId] });
  if (!answer.ok) return problem(refusalText(answer.refusal));
  announcer.announce(i18n.t('job.saving', [name]));
  return undefined;
}

const problem = (sentence: string): Outcome => ({ kind: 'problem', sentence });

/** Puts parts of a draft into the composer and goes there. */
export function intoComposer(
  { composer, focus, navigation, validation }: ViewStore,
  parts: Partial<Draft>,
): void {
  validation.startOver();
  composer.change(parts);
  navigation.showComposer();
  focus.on('action');
}
