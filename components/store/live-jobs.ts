import { computed } from '@preact/signals';
import { HOUR_MS } from '@/lib/base/time';
import { waitsForYou } from '@/lib/job/filter';
import { type Hold, isOver } from '@/lib/job/hold';
import { type JobState, olderFirst } from '@/lib/job/job';
import * as items from '@/lib/store/items';
import { countEnded, unsettledJobs } from '@/lib/store/job-queries';
import { countWords } from '@/lib/text/count-words';
import { COUNTED_TO } from '@/lib/text/state-counts';
import { liveItem, liveRows } from './live';
import { now } from './now';

const RECENT_MS = 24 * HOUR_MS;
const ENDED = ['done', 'failed'] as const;

/** Jobs that are not at their end, those of unknown outcome among them; in no order. */
export const openJobs = liveRows(
  () => '',
  () => unsettledJobs(),
);

/** Jobs that wait, oldest first. */
export const waitingJobs = computed(() =>
  (openJobs.value ?? []).filter(({ state }) => state === 'waiting').sort(olderFirst),
);

/** How many ended in each way in the last day and are still on the list. */
const ended = liveRows(
  () => String(Math.floor(now.value / HOUR_MS)),
  async () => {
    const since = Date.now() - RECENT_MS;
    return new Map<JobState, number>(
      await Promise.all(
        ENDED.map(async (state) => [state, await countEnded(state, since, COUNTED_TO)] as const),
      ),
    );
  },
);

/** Whether the counts have been read. */
export const isCounted = computed(() => openJobs.value !== undefined && ended.value !== undefined);

/** How many jobs are in a state; ended ones count for a day, and only up to one above 99. */
export const countOf = (...states: JobState[]): number =>
  states.reduce((sum, state) => sum + (ended.value?.get(state) ?? openIn(state)), 0);

const openIn = (state: JobState): number =>
  (openJobs.value ?? []).filter((job) => job.state === state).length;

const held = liveItem(items.hold);

/** Why nothing is sent at the moment, if so. A pause that Flow asked for is over with its time. */
export const hold = computed<Hold | undefined>(() => {
  const stored = held.value;
  return stored && isOver(stored, now.value) ? undefined : stored;
});

/** How the jobs stand, in words; empty until they are counted. */
export const countsText = computed(() => {
  if (!isCounted.value) return '';
  const held = (openJobs.value ?? []).filter((job) => waitsForYou(job, hold.value)).length;
  return countWords(countOf, held);
});
