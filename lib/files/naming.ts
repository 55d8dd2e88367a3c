import type { Media } from '@/lib/flow/media';
import { type Job, resultId } from '@/lib/job/job';
import { projects, settings } from '@/lib/store/items';
import { jobsOfBatch, makerOf } from '@/lib/store/job-queries';
import { readMedia } from '@/lib/store/media-queries';
import { clipFileName, fileName } from './file-name';

/** Path that the clip of a job is saved under, by the person's own template. */
export async function jobFileName(job: Job): Promise<string> {
  const batch = await jobsOfBatch(job.batchId);
  const mediaId = resultId(job);
  return fileName(job, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[job.request.projectId],
    take: batch.findIndex(({ id }) => id === job.id) + 1,
    made: mediaId === undefined ? undefined : await readMedia(mediaId),
  });
}

/** Path that a clip of a project is saved under; one that a job here has made has that job's. */
export async function mediaFileName(clip: Media): Promise<string> {
  const job = await makerOf(clip.id);
  if (job) return jobFileName(job);
  return clipFileName(clip, {
    template: (await settings.get()).nameTemplate,
    project: (await projects.get())[clip.projectId],
  });
}
