import type { Aspect } from '@/lib/flow/aspect';
import { type Media, shapeOf } from '@/lib/flow/media';
import type { Job, JobIn } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { type PlayableSource, resolveMedia, resolveResult } from './media-source';

/** A clip that can stand beside others, whoever has made it. */
export interface Take {
  readonly id: string;
  /** What tells it from the others. */
  readonly name: string;
  readonly media: Media | undefined;
  /** Media id of its poster. */
  readonly posterId: string;
  readonly aspect: Aspect;
  /** Finds its file, not the URL that did not serve. */
  readonly resolve: (refused?: string) => Promise<PlayableSource>;
}

/** The result of a job of ours. */
export const takeOfJob = (job: JobIn<'done'>, name: string, media: Media | undefined): Take => ({
  id: job.id,
  name,
  media,
  posterId: job.result.mediaId ?? job.sourceId,
  aspect: job.request.aspect,
  resolve: (refused) => resolveResult(job, refused),
});

/** A clip of a project; what a job of ours has made may have its file with that job. */
export const takeOfMedia = (media: Media, name: string, maker?: Job | PageJob): Take =>
  maker && 'request' in maker && maker.state === 'done'
    ? { ...takeOfJob(maker, name, media), id: media.id }
    : {
        ...{ id: media.id, name, media, posterId: media.id },
        aspect: shapeOf(media) ?? 'landscape',
        resolve: (refused) => resolveMedia(media.id, refused),
      };
