import { i18n } from '#i18n';
import { assertNever } from '@/lib/base/assert-never';
import { isSilent, type PageJob } from '@/lib/jobs/page-job';
import { duration, priceText } from './format';
import { quotedTitle } from './title';

/** The verb of what the page has started: Extend, Animate, Edit. */
export const pageJobVerb = ({ action }: PageJob): string => i18n.t(`verb.${action}`);

/** What the verb is done to: “Witch lands”, Orbit left. */
export function pageJobObject({ title, move }: PageJob): string {
  const quoted = quotedTitle(title);
  return move === undefined ? quoted : i18n.t('job.withMove', [quoted, i18n.t(`move.${move}`)]);
}

/** Verb and object: Extend “Witch lands”. */
export const pageJobName = (job: PageJob): string =>
  i18n.t('job.name', [pageJobVerb(job), pageJobObject(job)]);

/** How it stands in fixed words, and what Flow's lists name for it. */
export function pageJobState(job: PageJob, now: number): { state: string; more: string } {
  const more = job.price === undefined ? '' : i18n.t('page.price', [priceText(job.price)]);
  switch (job.state) {
    case 'prepared':
      return { state: i18n.t('state.prepared'), more };
    case 'running':
      if (isSilent(job, now)) return { state: i18n.t('page.silent'), more };
      return { state: i18n.t('state.running', [duration(now - job.createdAt)]), more };
    case 'done':
      return { state: i18n.t('state.done'), more };
    case 'failed':
      return { state: i18n.t('page.failed'), more };
    default:
      return assertNever(job);
  }
}
