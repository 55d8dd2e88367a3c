import type { Page } from '@playwright/test';
import type { Job } from '@/lib/jobs/job';
import { changeRecords } from '../../states/store';

/** Stores jobs as if they had been made long ago; pages see them once they are opened anew. */
export const seedJobs = (page: Page, jobs: readonly Job[]): Promise<void> =>
  page.evaluate(changeRecords, { table: 'jobs' as const, put: jobs });
