import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import type { Job } from '@/lib/jobs/job';
import { ask } from '@/lib/storage/ask';
import { countJobs, jobIds, newestJobs } from '@/lib/storage/job-queries';
import { liveRows } from './live';

const FIRST = 200;
const CHUNK = 1000;

export interface AllJobs {
  /** All jobs, newest first, as far as they have been read; undefined before the first are. */
  readonly jobs: ReadonlySignal<readonly Job[] | undefined>;
  /** Ids of jobs that another one sends again. */
  readonly repeated: ReadonlySignal<ReadonlySet<string>>;
  /** Reads the newest jobs at once and the others bit by bit; after that the list follows changes. */
  readonly load: () => void;
}

/** Every job that is stored, read only once a view asks for them. */
export function createAllJobs(changedJobs: ReadonlySignal<readonly Job[] | undefined>): AllJobs {
  const stored = signal<ReadonlyMap<string, Job> | undefined>(undefined);
  const isAsked = signal(false);
  /** Ids that were deleted: what was read of them before may come in after that. */
  const deleted = new Set<string>();

  async function readAll(): Promise<void> {
    let { jobs, count } = await ask((from) => newestJobs(FIRST, undefined, from));
    let limit = CHUNK;
    add(jobs);
    let oldest = jobs.at(-1)?.createdAt ?? Date.now();
    while (count > 0) {
      await idle();
      ({ jobs, count } = await ask((from) => newestJobs(limit, oldest, from)));
      add(jobs);
      if (count < limit) return;
      const reached = jobs.at(-1)?.createdAt ?? oldest;
      // A whole chunk of one moment, or of what does not parse: a longer one reaches beyond it.
      limit = reached === oldest ? limit * 2 : CHUNK;
      oldest = reached;
    }
  }

  /** What is here already is as new as what was read just now, or newer. */
  const add = (jobs: readonly Job[]): void => {
    stored.value = new Map([...jobs.map((job) => [job.id, job] as const), ...(stored.value ?? [])]);
  };

  /** Records may be deleted in the settings, which no change of a job tells. */
  const count = liveRows(
    () => String(isAsked.value),
    async (asked, from) => (asked === 'true' ? countJobs(from) : 0),
  );

  effect(() => {
    const left = count.value;
    const known = stored.peek();
    if (!known || left === undefined || left >= known.size) return;
    dropDeleted(known).catch((error: unknown) => warn('all jobs', error));
  });

  async function dropDeleted(known: ReadonlyMap<string, Job>): Promise<void> {
    const left = new Set(await ask(jobIds));
    const before = stored.peek() ?? known;
    for (const id of before.keys()) if (!left.has(id)) deleted.add(id);
    stored.value = new Map([...before].filter(([id]) => left.has(id)));
  }

  effect(() => {
    const before = stored.value;
    const changed = changedJobs.value;
    if (!before || !changed) return;
    const isNews = ({ id, changedAt = 0 }: Job) =>
      !deleted.has(id) && changedAt > (before.get(id)?.changedAt ?? -1);
    const news = changed.filter(isNews).map((job) => [job.id, job] as const);
    if (news.length > 0) stored.value = new Map([...before, ...news]);
  });

  const jobs = computed<readonly Job[] | undefined>(
    () =>
      stored.value &&
      [...stored.value.values()].sort((one, other) => other.createdAt - one.createdAt),
  );

  return {
    jobs,
    repeated: computed(() => new Set((jobs.value ?? []).flatMap(({ againOf }) => againOf ?? []))),
    load() {
      if (isAsked.peek()) return;
      isAsked.value = true;
      readAll().catch((error: unknown) => warn('all jobs', error));
    },
  };
}

const idle = (): Promise<void> =>
  new Promise((go) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => go(), { timeout: 200 });
    else setTimeout(go, 20);
  });
