import { i18n } from '#i18n';
import { countOf, jobs } from '../state/live-jobs';
import { number } from './format';

/** How the jobs stand: “2 running, 1 done”. */
export function countWords(): string {
  if (!jobs.value) return '';
  const parts = [
    ['count.running', countOf('submitting', 'running')],
    ['count.waiting', countOf('waiting')],
    ['count.unknown', countOf('unknown')],
    ['count.failed', countOf('failed')],
    ['count.done', countOf('done')],
  ] as const;
  const words = parts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => i18n.t(key, [number(count)]));
  return words.length > 0 ? words.join(i18n.t('list.comma')) : i18n.t('count.none');
}
