import { i18n } from '#i18n';
import type { Batch } from '@/lib/jobs/batch';
import type { Job } from '@/lib/jobs/job';
import type { SaveIn } from '@/lib/jobs/save';
import { faultText } from '@/lib/text/fault-text';
import { number } from '@/lib/text/format';
import { sentenceGap } from '@/lib/text/sentences';
import { takeName } from '../compare/takes';

/** Those that are named; the rest is counted. */
const NAMED = 3;

interface Props {
  readonly jobs: Batch;
  readonly broken: readonly SaveIn<'broken'>[];
  readonly saveAgain: () => void;
}

/** The results of a batch that were not saved, each with its reason, and the way to save them. */
export function BatchSaves({ jobs, broken, saveAgain }: Props) {
  if (broken.length === 0) return null;
  const lines = inOrder(jobs, broken);
  const more = lines.length - NAMED;
  return (
    <div class="job-save">
      <p>
        <b>{i18n.t('jobList.unsaved', broken.length, [number(broken.length)])}</b>
        {sentenceGap()}
        <button type="button" class="link" onClick={saveAgain}>
          {i18n.t('do.saveAgain')}
        </button>
      </p>
      {lines.slice(0, NAMED).map(({ id, line }) => (
        <p key={id}>{line}</p>
      ))}
      {more > 0 && <p>{i18n.t('jobList.unsavedMore', more, [number(more)])}</p>}
    </div>
  );
}

const inOrder = (jobs: Batch, broken: Props['broken']) =>
  jobs.flatMap((job: Job) => {
    const save = broken.find(({ id }) => id === job.id);
    if (!save) return [];
    const line = i18n.t('jobList.unsavedOne', [takeName(job, jobs), faultText([save.fault])]);
    return [{ id: job.id, line }];
  });
