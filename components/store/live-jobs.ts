import { computed, type ReadonlySignal } from '@preact/signals';
import { HOUR_MS } from '@/lib/base/time';
import { waitsForYou } from '@/lib/jobs/filter';
import { type Hold, isOver } from '@/lib/jobs/hold';
import { type JobState, olderFirst } from '@/lib/jobs/job';
import { isSilent } from '@/lib/jobs/page-job';
import { countEnded, unsettledJobs } from '@/lib/storage/job-queries';
import { preparedPageJobs, runningPageJobs } from '@/lib/storage/page-job-store';
import type { Reads } from '@/lib/storage/transaction';
import { countText } from '@/lib/text/count-text';
import { COUNTED_TO } from '@/lib/text/state-counts';
import { liveRows } from './live';
import type { LiveItems } from './live-items';

const RECENT_MS = 24 * HOUR_MS;
const ENDED = ['done', 'failed'] as const;

export type LiveJobs = ReturnType<typeof createLiveJobs>;

/** Jobs on their way, how many ended of late, and what holds them. */
export function createLiveJobs(now: ReadonlySignal<number>, { hold: stored }: LiveItems) {
  const openJobs = liveRows(
    () => '',
    (_, from) => unsettledJobs(from),
  );

  const inFlow = liveRows(
    () => '',
    (_, from) => runningPageJobs(from),
  );

  /** Prepared here, they wait for the user's press in Flow. */
  const prepared = liveRows(
    () => '',
    (_, from) => preparedPageJobs(from),
  );

  /** How many ended in each way in the last day and are still on the list. */
  const ended = liveRows(
    () => String(Math.floor(now.value / HOUR_MS)),
    (_, from) => countRecent(Date.now() - RECENT_MS, from),
  );

  const isCounted = computed(() => openJobs.value !== undefined && ended.value !== undefined);

  const openIn = (state: JobState): number =>
    (openJobs.value ?? []).filter((job) => job.state === state).length;

  const countOf = (...states: JobState[]): number =>
    states.reduce((sum, state) => sum + (ended.value?.get(state) ?? openIn(state)), 0);

  const hold = computed<Hold | undefined>(() =>
    stored.value && isOver(stored.value, now.value) ? undefined : stored.value,
  );

  return {
    /** Jobs that are not at their end, those of unknown outcome among them; in no order. */
    openJobs,
    /** Jobs that wait, oldest first. */
    waitingJobs: computed(() =>
      (openJobs.value ?? []).filter(({ state }) => state === 'waiting').sort(olderFirst),
    ),
    /** Whether the counts have been read. */
    isCounted,
    /** How many jobs are in a state; ended ones count for a day, and only up to one above 99. */
    countOf,
    /** Why nothing is sent at the moment, if so. A pause that Flow asked for ends with its time. */
    hold,
    /** How the jobs stand, in words; empty until they are counted. */
    countsText: computed(() => {
      if (!isCounted.value) return '';
      const held = (openJobs.value ?? []).filter((job) => waitsForYou(job, hold.value)).length;
      const heard = (inFlow.value ?? []).filter((job) => !isSilent(job, now.value));
      return countText(countOf, held + (prepared.value ?? []).length, heard.length);
    }),
  };
}

async function countRecent(since: number, from: Reads): Promise<ReadonlyMap<JobState, number>> {
  return new Map(
    await Promise.all(
      ENDED.map(
        async (state) => [state, await countEnded(state, since, COUNTED_TO, from)] as const,
      ),
    ),
  );
}
