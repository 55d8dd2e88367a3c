import { SECOND_MS } from '@/lib/base/time';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { USUAL_MS } from '@/lib/job/deadline';
import type { Job } from '@/lib/job/job';
import { usualMs } from '@/lib/job/usual';
import { learnedModels } from '@/lib/store/items';
import { lastOnesEnded } from '@/lib/store/job-queries';
import { liveItem, liveRows } from './live';
import { openJobs } from './live-jobs';

const LAST = 20;

const learned = liveItem(learnedModels);

/** How long the last finished jobs took, in ms, for the actions that run at the moment. */
const took = liveRows(
  () => {
    const running = (openJobs.value ?? []).filter(({ state }) => state === 'running');
    return ACTIONS.filter((name) => running.some(({ request }) => request.action === name)).join();
  },
  async (names) => {
    const actions = ACTIONS.filter((name) => names.split(',').includes(name));
    return new Map(
      await Promise.all(actions.map(async (name) => [name, await lastOf(name)] as const)),
    );
  },
);

async function lastOf(action: Action): Promise<number[]> {
  const jobs = await lastOnesEnded(action, 'done', LAST);
  return jobs.flatMap((job) => (job.state === 'done' ? job.endedAt - job.sentAt : []));
}

/**
 * How long a job like this usually takes, in ms: by the person's own last ones, else by Flow's
 * estimate for its model, else by what is reported.
 */
export function usualOf({ request }: Pick<Job, 'request'>): number {
  const seconds = learned.value?.seconds?.[request.modelKey];
  const estimate = seconds === undefined ? USUAL_MS[request.action] : seconds * SECOND_MS;
  return usualMs(took.value?.get(request.action) ?? [], estimate);
}
