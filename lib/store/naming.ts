import type { Media } from '@/lib/flow/media';
import { clipFileName, fileName } from '@/lib/job/file-name';
import type { Job } from '@/lib/job/job';
import { type Database, database } from './database';
import { projects, settings } from './items';

/** Path that the clip of a job is saved under, by the person's own template. */
export async function jobFileName(job: Job, db: Database = database): Promise<string> {
  const batch = await db.jobs.where({ batchId: job.batchId }).sortBy('createdAt');
  const mediaId = job.state === 'done' ? job.result.mediaId : undefined;
  return fileName(job, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[job.request.projectId],
    take: batch.findIndex(({ id }) => id === job.id) + 1,
    made: mediaId === undefined ? undefined : await db.media.get(mediaId),
  });
}

/** Path that a clip of a project is saved under; one that a job here has made has that job's. */
export async function mediaFileName(clip: Media, db: Database = database): Promise<string> {
  const job = await db.jobs.where('result.mediaId').equals(clip.id).first();
  if (job) return jobFileName(job, db);
  return clipFileName(clip, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[clip.projectId],
  });
}
