import { i18n } from '#i18n';
import type { Batch } from '@/lib/jobs/batch';
import type { Job } from '@/lib/jobs/job';
import { number, priceText } from './format';
import { jobVerb } from './job-name';
import { stateCounts } from './state-counts';
import { quotedTitle } from './title';

/** What a batch is: verb and object, “Reshoot” and “6 moves of “Witch lands””. */
export function batchName(jobs: Batch): { readonly verb?: string; readonly object: string } {
  const [first] = jobs;
  const { action } = first.request;
  const count = number(jobs.length);
  const isOneKind = jobs.every(({ request }) => request.action === action);
  const isOneSource = jobs.every(({ sourceId, title }) =>
    action === 'references' ? title === first.title : sourceId === first.sourceId,
  );
  if (!isOneKind) return { object: i18n.t('jobList.mixed', jobs.length, [count]) };
  const verb = jobVerb(first);
  if (!isOneSource) return { verb, object: i18n.t('jobList.clips', jobs.length, [count]) };
  const key = action === 'reshoot' ? 'jobList.moves' : 'jobList.takes';
  return { verb, object: i18n.t(key, jobs.length, [count, quotedTitle(first.title)]) };
}

/** Verb and object as one text. */
export function batchTitle(jobs: Batch): string {
  const { verb, object } = batchName(jobs);
  return verb === undefined ? object : i18n.t('job.tookFor', [verb, object]);
}

/** How a batch stands, and what it costs in all: “4 done, 2 running · 120 credits”. */
export const batchState = (jobs: Batch): string =>
  i18n.t('job.tookFor', [stateCounts(jobs), priceText(sumOf(jobs))]);

/** Expected credits in all; undefined where one of the prices is not known. */
export const sumOf = (jobs: readonly Job[]): number | undefined =>
  jobs.some(({ price }) => price === undefined)
    ? undefined
    : jobs.reduce((sum, { price = 0 }) => sum + price, 0);
