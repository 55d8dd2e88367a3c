import type { Media } from '@/lib/flow/media';
import { type Job, olderFirst } from '@/lib/job/job';
import { type Database, database } from '@/lib/store/database';
import { projects, settings } from '@/lib/store/items';
import { createReaders } from '@/lib/store/readers';
import { clipFileName, fileName } from './file-name';

/** Path that the clip of a job is saved under, by the person's own template. */
export async function jobFileName(job: Job, db: Database = database): Promise<string> {
  const read = createReaders(db);
  const jobs = await read.jobs.all(db.jobs.where({ batchId: job.batchId }));
  const batch = jobs.toSorted(olderFirst);
  const mediaId = job.state === 'done' ? job.result.mediaId : undefined;
  return fileName(job, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[job.request.projectId],
    take: batch.findIndex(({ id }) => id === job.id) + 1,
    made: mediaId === undefined ? undefined : await read.media.get(mediaId),
  });
}

/** Path that a clip of a project is saved under; one that a job here has made has that job's. */
export async function mediaFileName(clip: Media, db: Database = database): Promise<string> {
  const job = await createReaders(db).jobs.first(db.jobs.where('result.mediaId').equals(clip.id));
  if (job) return jobFileName(job, db);
  return clipFileName(clip, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[clip.projectId],
  });
}
