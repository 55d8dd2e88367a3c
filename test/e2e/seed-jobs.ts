import type { Page } from '@playwright/test';
import type { Job } from '@/lib/job/job';

/** Stores jobs as if they had been made long ago; pages see them once they are opened anew. */
export async function seedJobs(page: Page, jobs: readonly Job[]): Promise<void> {
  await page.evaluate(async (records) => {
    const open = indexedDB.open('second-take');
    await new Promise((done) => open.addEventListener('success', done));
    const write = open.result.transaction('jobs', 'readwrite');
    for (const record of records) write.objectStore('jobs').put(record);
    await new Promise((done) => write.addEventListener('complete', done));
    open.result.close();
  }, jobs);
}
