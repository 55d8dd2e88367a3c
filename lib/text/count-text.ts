import { i18n } from '#i18n';
import type { JobState } from '@/lib/jobs/job';
import { listCounts } from './state-counts';

/**
 * How the jobs stand: “1 needs you, 3 running”.
 *
 * @param countOf how many jobs are in any of these states
 * @param held waiting ones that go out only once the user has done something
 * @param inFlow those that the page has started and that run
 */
export function countText(
  countOf: (...states: JobState[]) => number,
  held: number,
  inFlow: number,
): string {
  const words = listCounts([
    ['needs', countOf('unknown') + held],
    ['running', countOf('submitting', 'running')],
    ['inFlow', inFlow],
    ['waiting', countOf('waiting') - held],
    ['failed', countOf('failed')],
    ['done', countOf('done')],
  ]);
  return words === '' ? i18n.t('count.none') : words;
}
