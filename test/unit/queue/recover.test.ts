import { expect, it } from 'vitest';
import type { JobState } from '@/lib/jobs/job';
import { recover } from '@/lib/queue/recover';
import { createFakePorts } from '../../fakes/fake-ports';
import { JOBS, uuid } from '../../samples/jobs';

it('recovery turns a job that was being submitted into an unknown one and touches no other', async () => {
  const states = Object.keys(JOBS) as JobState[];
  const jobs = states.map((state, index) => ({ ...JOBS[state], id: uuid(index + 1) }));
  const { ports, stored, log } = createFakePorts(jobs);
  await recover(ports);
  const after = [...stored.values()];
  expect(after.map(({ state }) => state)).toEqual(
    states.map((state) => (state === 'submitting' ? 'unknown' : state)),
  );
  expect(log).toEqual(['store unknown']);
});
