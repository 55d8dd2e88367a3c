import { computed } from '@preact/signals';
import { SECOND_MS } from '@/lib/base/time';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { USUAL_MS } from '@/lib/jobs/deadline';
import { goesOutAt, usualMs } from '@/lib/jobs/forecast';
import type { Job } from '@/lib/jobs/job';
import { lastOnesEnded, lastSubmit } from '@/lib/storage/job-queries';
import type { Reads } from '@/lib/storage/transaction';
import { liveRows } from './live';
import type { LiveItems } from './live-items';
import type { LiveJobs } from './live-jobs';

const LAST = 20;

export type Forecast = ReturnType<typeof createForecast>;

/** When waiting jobs go out, and how long running ones usually take. */
export function createForecast(
  { settings, learnedModels }: LiveItems,
  { openJobs, waitingJobs, countOf, hold }: LiveJobs,
) {
  const lastSent = liveRows(
    () => '',
    async (_, from) => ({ at: (await lastSubmit(undefined, from))?.sentAt }),
  );

  const context = computed(
    () =>
      settings.value &&
      lastSent.value && {
        ...settings.value,
        waiting: waitingJobs.value,
        atFlow: countOf('submitting', 'running'),
        lastSentAt: lastSent.value.at,
      },
  );

  /** How long the last finished jobs took, in ms, for the actions that run at the moment. */
  const took = liveRows(
    () => {
      const running = (openJobs.value ?? []).filter(({ state }) => state === 'running');
      return ACTIONS.filter((name) => running.some((job) => job.request.action === name)).join();
    },
    async (names, from) => {
      const actions = ACTIONS.filter((name) => names.split(',').includes(name));
      return new Map(
        await Promise.all(actions.map(async (name) => [name, await lastTook(name, from)] as const)),
      );
    },
  );

  return {
    /** When a waiting job goes out (epoch ms), where that can be told; not while sending is held. */
    sendsAt: (job: Job): number | undefined =>
      context.value && !hold.value ? goesOutAt(job, context.value) : undefined,
    /**
     * How long a job like this usually takes, in ms: by the user's own last ones, else by Flow's
     * estimate for its model, else by what is reported.
     */
    usualOf({ request }: Pick<Job, 'request'>): number {
      const seconds = learnedModels.value?.seconds?.[request.modelKey];
      const estimate = seconds === undefined ? USUAL_MS[request.action] : seconds * SECOND_MS;
      return usualMs(took.value?.get(request.action) ?? [], estimate);
    },
  };
}

async function lastTook(action: Action, from: Reads): Promise<number[]> {
  const jobs = await lastOnesEnded(action, 'done', LAST, from);
  return jobs.flatMap((job) => (job.state === 'done' ? job.endedAt - job.sentAt : []));
}
