import { computed } from '@preact/signals';
import Dexie from 'dexie';
import { HOUR_MS } from '@/lib/base/time';
import { waitsForYou } from '@/lib/job/filter';
import { type Hold, isOver } from '@/lib/job/hold';
import { type Job, type JobState, OPEN_STATES } from '@/lib/job/job';
import { database } from '@/lib/store/database';
import * as items from '@/lib/store/items';
import { read } from '@/lib/store/readers';
import { countWords } from '@/lib/text/count-words';
import { COUNTED_TO } from '@/lib/text/state-counts';
import { liveItem, liveRows } from './live';
import { now } from './now';

const RECENT_MS = 24 * HOUR_MS;
const ENDED = ['done', 'failed'] as const;

/** Jobs that are not at their end, those of unknown outcome among them; in no order. */
export const openJobs = liveRows(
  () => '',
  () => read.jobs.all(database.jobs.where('state').anyOf([...OPEN_STATES, 'unknown'])),
);

/** Jobs that wait, oldest first. */
export const waitingJobs = computed(() =>
  (openJobs.value ?? [])
    .filter(({ state }) => state === 'waiting')
    .sort((one, other) => one.createdAt - other.createdAt),
);

/** How many ended in each way in the last day and are still on the list. */
const ended = liveRows(
  () => String(Math.floor(now.value / HOUR_MS)),
  async () => {
    const counts = await Promise.all(ENDED.map(recent));
    return new Map<JobState, number>(ENDED.map((state, at) => [state, counts[at] ?? 0]));
  },
);

async function recent(state: JobState): Promise<number> {
  const range = database.jobs
    .where('[state+endedAt]')
    .between([state, Date.now() - RECENT_MS], [state, Dexie.maxKey]);
  const isShown = (record: unknown) => isOnList(read.jobs.parse(record));
  const all = await range.count();
  if (all <= COUNTED_TO) return (await read.jobs.all(range)).filter(isOnList).length;
  return range
    .filter(isShown)
    .limit(COUNTED_TO + 1)
    .count();
}

const isOnList = (job: Job | undefined): boolean =>
  job !== undefined && job.clearedAt === undefined;

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
