import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { allJobs, loadJobs } from '@/components/store/all-jobs';
import type { Job } from '@/lib/job/job';
import { database } from '@/lib/store/database';
import { eventually } from '../eventually';
import { JOBS, uuid } from '../job/sample-jobs';

const changed = vi.hoisted(() => ({ jobs: undefined as { value: unknown } | undefined }));
vi.mock('@/components/store/changed-jobs', () => {
  changed.jobs = signal<readonly Job[] | undefined>(undefined);
  return { changedJobs: changed.jobs };
});

const job = { ...JOBS.done, changedAt: 2 };
const another = { ...JOBS.done, id: uuid(77), changedAt: 3 };
const listed = () => allJobs.value?.map(({ id }) => id);
const tell = (jobs: readonly Job[]) => Object.assign(changed.jobs ?? {}, { value: jobs });

it('a deleted job stays away, though a query that was answered before still names it', async () => {
  await database.jobs.add(job);
  loadJobs();
  await eventually(() => expect(listed()).toEqual([job.id]));
  tell([job]);
  await database.jobs.clear();
  await eventually(() => expect(listed()).toEqual([]));
  tell([{ ...job, changedAt: 4 }, another]);
  expect(listed()).toEqual([another.id]);
});
