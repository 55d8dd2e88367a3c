import type { Job } from '@/lib/job/job';
import type { Launched } from '../browser/launch';
import { clip, core, uuid } from '../job/sample-jobs';
import { CLIPS } from '../twin/world';

/** So many jobs that have ended, six to a batch, the newest a minute old. */
function jobsOf(count: number): Job[] {
  const newest = Date.now() - 60_000;
  return Array.from({ length: count }, (_, index) => {
    const createdAt = newest - index * 30_000;
    return {
      ...core(index + 1),
      batchId: uuid(1_000_000 + Math.floor(index / 6)),
      createdAt,
      changedAt: createdAt,
      title: CLIPS.witch.title,
      sourceId: clip(1).id,
      state: 'done',
      sentAt: createdAt,
      endedAt: createdAt + 44_000,
      result: { mediaId: clip(index + 10).id, hasFile: false },
    };
  });
}

/** Fills the database of the extension with ended jobs, through a page of its own. */
export async function storeJobs(chromium: Launched, count: number): Promise<void> {
  const page = await chromium.openOwn('options.html');
  await page.evaluate(
    (jobs) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('second-take');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction('jobs', 'readwrite');
          for (const job of jobs) write.objectStore('jobs').put(job);
          write.onerror = () => reject(write.error);
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    jobsOf(count),
  );
  await page.close();
}
