import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createAllJobs } from '@/components/store/all-jobs';
import type { Job } from '@/lib/jobs/job';
import { database } from '@/lib/storage/database';
import { tableOf } from '../../../fakes/table-of';
import { eventually } from '../../../house/eventually';
import { JOBS, uuid } from '../../../samples/jobs';

const changed = signal<readonly Job[] | undefined>(undefined);
const job = { ...JOBS.done, changedAt: 2 };
const another = { ...JOBS.done, id: uuid(77), changedAt: 3 };

it('a deleted job stays away, though a query that was answered before still names it', async () => {
  await tableOf(database, 'jobs').put([job]);
  const allJobs = createAllJobs(changed);
  const listed = () => allJobs.jobs.value?.map(({ id }) => id);
  allJobs.load();
  await eventually(() => expect(listed()).toEqual([job.id]));
  changed.value = [job];
  await tableOf(database, 'jobs').clear();
  await eventually(() => expect(listed()).toEqual([]));
  changed.value = [{ ...job, changedAt: 4 }, another];
  expect(listed()).toEqual([another.id]);
});
