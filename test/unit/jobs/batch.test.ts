import { describe, expect, it } from 'vitest';
import { batchJobs, type Folds, listJobs } from '@/lib/jobs/batch';
import type { Job } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { JOBS, uuid } from '../../samples/jobs';

const job = (n: number, batch: number, state: keyof typeof JOBS = 'done'): Job => ({
  ...JOBS[state],
  id: uuid(n),
  batchId: uuid(batch),
  createdAt: n,
});

const folds: Folds = {
  isOpen: (_, index) => index === 0,
  hasRows: () => false,
  needsYou: ({ state }) => state === 'failed',
};

const pageJob = (n: number, batchId: string): PageJob => ({
  ...{ id: uuid(n), batchId, createdAt: n, account: 'ada', projectId: uuid(700) },
  ...{ action: 'text', title: 'A kite', sourceIds: [], state: 'done', endedAt: n },
});

const shape = (jobs: Job[], own: Partial<Folds> = {}, pageJobs: PageJob[] = []) =>
  batchJobs(jobs, pageJobs, { ...folds, ...own }).map((entry) =>
    entry.kind === 'job'
      ? `${Number(entry.job.id.slice(-4))}`
      : `${entry.kind} ${entry.jobs.map(({ id }) => Number(id.slice(-4))).join(',')}`,
  );

describe('the list by batch', () => {
  it('leaves a single job as it is, and puts a batch in the place of its newest job', () => {
    const jobs = [job(9, 1), job(8, 2), job(7, 3), job(6, 2), job(5, 2)];
    expect(shape(jobs)).toEqual(['9', 'batch 5,6,8', '7']);
  });

  it('unfolds a batch into its sheet and the jobs that need something', () => {
    const jobs = [job(3, 1), job(2, 1, 'failed'), job(1, 1, 'running')];
    expect(shape(jobs)).toEqual(['batch 1,2,3', 'sheet 1,2,3', '2']);
    expect(shape(jobs, { isOpen: () => false })).toEqual(['batch 1,2,3']);
    expect(shape(jobs, { hasRows: () => true })).toEqual([
      'batch 1,2,3',
      'sheet 1,2,3',
      '1',
      '2',
      '3',
    ]);
  });

  it('shows a batch that is too large for a sheet as rows', () => {
    const jobs = Array.from({ length: 30 }, (_, index) => job(30 - index, 1));
    const entries = batchJobs(jobs, [], folds);
    expect(entries.map(({ kind }) => kind)).toEqual(['batch', ...Array(30).fill('job')]);
  });

  it('gives every item a key of its own', () => {
    const jobs = [job(3, 1), job(2, 1), job(1, 1)];
    const keys = batchJobs(jobs, [], { ...folds, hasRows: () => true }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps the order of single rows', () => {
    expect(listJobs([job(2, 1), job(1, 1)], []).map(({ key }) => key)).toEqual([uuid(2), uuid(1)]);
  });

  it('puts what the page has started among the others, what it started in one go together', () => {
    const jobs = [job(9, 1), job(6, 2), job(5, 2)];
    const pageJobs = [pageJob(8, 'a'), pageJob(7, 'a'), pageJob(4, 'b')];
    expect(shape(jobs, {}, pageJobs)).toEqual(['9', 'page 7,8', 'batch 5,6', 'page 4']);
    expect(listJobs([job(5, 1)], [pageJob(8, 'a'), pageJob(4, 'a')]).map(({ key }) => key)).toEqual(
      [`page-${uuid(8)}`, uuid(5), `page-${uuid(4)}`],
    );
  });
});
