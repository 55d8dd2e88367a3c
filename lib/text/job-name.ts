import { i18n } from '#i18n';
import type { Job } from '@/lib/jobs/job';
import { quotedTitle } from './title';

/** The verb of a job: Extend, Reshoot, Upscale, Make. */
export const jobVerb = (job: Job): string => i18n.t(`verb.${job.request.action}`);

/** What the verb is done to: “Witch lands”, Orbit left. */
export function jobObject({ request, title }: Job): string {
  const quoted = quotedTitle(title);
  if (request.action !== 'reshoot') return quoted;
  return i18n.t('job.withMove', [quoted, i18n.t(`move.${request.move}`)]);
}

/** Verb and object: Reshoot “Witch lands”, Orbit left. */
export const jobName = (job: Job): string => i18n.t('job.name', [jobVerb(job), jobObject(job)]);

/** The verb and the title alone, of what several jobs were made from: Reshoot “Witch lands”. */
export const sourceName = (job: Job): string =>
  i18n.t('job.name', [jobVerb(job), quotedTitle(job.title)]);
