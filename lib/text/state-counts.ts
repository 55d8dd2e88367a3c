import { i18n } from '#i18n';
import type { Job, JobState } from '@/lib/jobs/job';
import { number } from './format';
import { listText } from './list';

/** Counting stops here: beyond, it says “99+”. */
export const COUNTED_TO = 99;

const KEYS = {
  running: 'count.running',
  inFlow: 'count.inFlow',
  waiting: 'count.waiting',
  needs: 'count.needs',
  unknown: 'count.unknown',
  failed: 'count.failed',
  done: 'count.done',
  cancelled: 'count.cancelled',
} as const;

type Counted = readonly [name: keyof typeof KEYS, count: number];

/** Counts that are not zero, as a list: “2 running, 1 done”. */
export const listCounts = (counts: readonly Counted[]): string =>
  listText(
    counts
      .filter(([, count]) => count > 0)
      .map(([name, count]) => i18n.t(KEYS[name], count, [upTo(count)])),
  );

const upTo = (count: number): string =>
  count > COUNTED_TO ? i18n.t('count.more', [number(COUNTED_TO)]) : number(count);

/** Jobs by state, in words: “4 done, 2 running”. */
export function stateCounts(jobs: readonly Job[]): string {
  const count = (...states: JobState[]) =>
    jobs.filter(({ state }) => states.includes(state)).length;
  return listCounts([
    ['unknown', count('unknown')],
    ['failed', count('failed')],
    ['done', count('done')],
    ['running', count('running', 'submitting')],
    ['waiting', count('waiting')],
    ['cancelled', count('cancelled')],
  ]);
}
