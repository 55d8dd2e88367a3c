import { i18n } from '#i18n';
import type { Job, JobIn } from '@/lib/jobs/job';
import { jobVerb } from '@/lib/text/job-name';
import type { Comparison } from './comparison';

/** One clip of a chain, as it is shown. */
export interface Link {
  readonly id: string;
  readonly name: string;
  /** Absent where Flow has given the clip no id. */
  readonly mediaId: string | undefined;
  /** The job that made it; absent for the clip that all began with. */
  readonly job?: JobIn<'done'>;
}

/** A comparison's chain: what it began with, the takes up to this one, and those made of it. */
export function linksOf({ job, origin, made, media }: Comparison): Link[] {
  const [first = job] = origin.takes;
  return [
    {
      id: origin.rootId,
      name: media.get(origin.rootId)?.title || first.title || i18n.t('compare.source'),
      mediaId: origin.rootId,
    },
    ...[...origin.takes, job, ...made].map((one) => ({
      id: one.id,
      name: shortName(one),
      mediaId: one.result.mediaId,
      job: one,
    })),
  ];
}

/** What a job did, in a word or two: its move, else its verb. */
export const shortName = (job: Job): string =>
  job.request.action === 'reshoot' ? i18n.t(`move.${job.request.move}`) : jobVerb(job);
