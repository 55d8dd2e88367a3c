import type { Media } from '@/lib/flow/media';
import { type Job, resultId } from '@/lib/jobs/job';
import { ask } from '@/lib/storage/ask';
import { projects, settings } from '@/lib/storage/items';
import { jobsOfBatch, makerOf } from '@/lib/storage/job-queries';
import { readMedia } from '@/lib/storage/media-queries';
import { clipFileName, fileName } from './file-name';

/** Path that the clip of a job is saved under, by the user's own template. */
export async function jobFileName(job: Job): Promise<string> {
  const batch = await ask((from) => jobsOfBatch(job.batchId, from));
  const mediaId = resultId(job);
  return fileName(job, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[job.request.projectId],
    take: batch.findIndex(({ id }) => id === job.id) + 1,
    made: mediaId === undefined ? undefined : await ask((from) => readMedia(mediaId, from)),
  });
}

/** Path that a clip of a project is saved under; one that a job here has made has that job's. */
export async function mediaFileName(clip: Media): Promise<string> {
  const job = await ask((from) => makerOf(clip.id, from));
  if (job) return jobFileName(job);
  return clipFileName(clip, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[clip.projectId],
  });
}
