import { expect, it } from 'vitest';
import { isEnded, isOpen, type Job } from '@/lib/jobs/job';
import { JOBS } from '../../samples/jobs';

const statesOf = (has: (job: Job) => boolean) =>
  Object.values(JOBS)
    .filter(has)
    .map(({ state }) => state)
    .sort();

it('a job is open or at its end, and one of unknown outcome is neither', () => {
  expect(statesOf(isOpen)).toEqual(['running', 'submitting', 'waiting']);
  expect(statesOf(isEnded)).toEqual(['cancelled', 'done', 'failed']);
});
