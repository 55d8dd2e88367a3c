import { computed, effect } from '@preact/signals';
import { HOUR_MS } from '@/lib/base/time';
import type { Hold } from '@/lib/job/hold';
import type { Job, JobState } from '@/lib/job/job';
import { database } from '@/lib/store/database';
import * as items from '@/lib/store/items';
import { jobChanged } from '../words/job-words';
import { announce } from './announce';
import { liveItem, liveRows } from './live';
import { now } from './now';

const SHOWN = 200;
const RECENT_MS = 24 * HOUR_MS;

/** The latest jobs, newest first; undefined while they are read. */
export const jobs = liveRows(
  () => '',
  () => database.jobs.orderBy('createdAt').reverse().limit(SHOWN).toArray(),
);

/** Ids of jobs that another one sends again. */
export const repeated = computed(() => new Set(jobs.value?.flatMap((job) => job.againOf ?? [])));

/** Source clips and images of those jobs, by id. */
export const sources = liveRows(
  () => [...new Set(jobs.value?.map((job) => job.sourceId))].join(' '),
  async (ids) => {
    const rows = await database.media.bulkGet(ids.split(' ').filter((id) => id !== ''));
    return new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]));
  },
);

/** The last submit of each of those jobs as the ledger has it, by job id. */
export const entries = liveRows(
  () => (jobs.value ?? []).map(({ id }) => id).join(' '),
  async (ids) => {
    const found = await database.ledger.where('jobId').anyOf(ids.split(' ')).sortBy('at');
    return new Map(found.map((entry) => [entry.jobId, entry]));
  },
);

const isRecent = (job: Job) => !('endedAt' in job) || now.value - job.endedAt < RECENT_MS;

/** How many jobs are in a state; ended ones count for a day. */
export const countOf = (...states: JobState[]): number =>
  (jobs.value ?? []).filter((job) => states.includes(job.state) && isRecent(job)).length;

const held = liveItem(items.hold);

/** Why nothing is sent at the moment, if so. A pause that Flow asked for is over with its time. */
export const hold = computed<Hold | undefined>(() => {
  const isOver = held.value?.reason === 'throttled' && now.value >= held.value.until;
  return isOver ? undefined : held.value;
});

let before: ReadonlyMap<string, JobState> | undefined;

effect(() => {
  if (!jobs.value) return;
  const changed = jobs.value.filter((job) => {
    const was = before?.get(job.id);
    return was !== undefined && was !== job.state;
  });
  before = new Map(jobs.value.map((job) => [job.id, job.state]));
  if (changed.length > 0) announce(changed.map(jobChanged).join('; '));
});
