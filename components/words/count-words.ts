import { i18n } from '#i18n';
import { waitsForYou } from '../jobs/filter';
import { countOf, hold, isCounted, openJobs } from '../state/live-jobs';
import { listCounts } from './state-counts';

/** How the jobs stand: “1 needs you, 3 running”. Empty until they are counted. */
export function countWords(): string {
  if (!isCounted.value) return '';
  const held = (openJobs.value ?? []).filter((job) => waitsForYou(job, hold.value)).length;
  const words = listCounts([
    ['needs', countOf('unknown') + held],
    ['running', countOf('submitting', 'running')],
    ['waiting', countOf('waiting') - held],
    ['failed', countOf('failed')],
    ['done', countOf('done')],
  ]);
  return words === '' ? i18n.t('count.none') : words;
}
