import './JobRow.css';
import { useSignal } from '@preact/signals';
import { Check, CircleX, MousePointerClick } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { PageBatch } from '@/lib/jobs/batch';
import { isSilent, type PageJob } from '@/lib/jobs/page-job';
import { failureText } from '@/lib/text/failure-text';
import { number } from '@/lib/text/format';
import { pageJobName, pageJobObject, pageJobState, pageJobVerb } from '@/lib/text/page-job-text';
import { saveText } from '@/lib/text/save-text';
import { ClipPreview } from '../compare/Preview';
import { Poster } from '../pictures/Poster';
import { useMedia, useSave } from '../store/stored';
import { Icon } from '../ui/Icon';
import { SaveNote } from './JobState';
import { PageJobActions } from './PageJobActions';
import { PlayButton } from './PlayButton';

/** What the user has started in Flow's page in one go: one row, or several under one line. */
export function PageJobs({ jobs }: { jobs: PageBatch }) {
  const [first, ...others] = jobs;
  if (others.length === 0) return <PageJobRow job={first} />;
  return (
    <div class="page-batch">
      <p class="job-title" title={first.title}>
        <b>{pageJobVerb(first)}</b> · {pageJobObject(first)} ·{' '}
        {i18n.t('page.takes', jobs.length, [number(jobs.length)])}{' '}
        <span class="chip">{i18n.t('page.started')}</span>
      </p>
      {jobs.map((job, index) => (
        <PageJobRow key={job.id} job={job} take={i18n.t('sheet.take', [number(index + 1)])} />
      ))}
    </div>
  );
}

interface Props {
  readonly job: PageJob;
  /** Which one it is of those that were started together; absent where it is alone. */
  readonly take?: string;
}

function PageJobRow({ job, take }: Props) {
  const isOpen = useSignal(false);
  const result = useMedia(job.state === 'done' ? job.mediaId : undefined);
  const source = useMedia(job.sourceIds[0]);
  const clipId = job.state === 'done' ? job.mediaId : undefined;
  const name =
    take === undefined ? pageJobName(job) : i18n.t('job.withMove', [pageJobName(job), take]);
  return (
    <div class="job" data-state={job.state}>
      <div class="job-pic" data-shape={job.aspect ?? result?.aspect}>
        <Poster
          media={result?.poster === undefined ? source : result}
          {...(clipId !== undefined && { id: clipId })}
        />
        {clipId !== undefined && <PlayButton name={name} isOpen={isOpen} />}
      </div>
      <div class="job-text">
        <p class="job-title" title={job.title}>
          {take ?? (
            <>
              <b>{pageJobVerb(job)}</b> {pageJobObject(job)}
            </>
          )}
        </p>
        <PageJobState job={job} isAlone={take === undefined} />
      </div>
      <PageJobActions job={job} name={name} />
      {clipId !== undefined && isOpen.value && <ClipPreview mediaId={clipId} name={name} />}
    </div>
  );
}

const SIGNS = {
  prepared: <MousePointerClick class="i" aria-hidden="true" />,
  running: <Icon name="running" />,
  done: <Check class="i" aria-hidden="true" />,
  failed: <CircleX class="i" aria-hidden="true" />,
} as const;

function PageJobState({ job, isAlone }: { job: PageJob; isAlone: boolean }) {
  const { now } = useViewStore();
  const save = useSave(job.state === 'done' ? job.mediaId : undefined);
  // What no longer changes is not drawn again every second.
  const moment = job.state === 'running' ? now.value : 0;
  const { state, more } = pageJobState(job, moment);
  return (
    <>
      <p class="state" data-state={job.state}>
        {SIGNS[job.state]}
        <span>
          <b>{state}</b>
          {more}
          {saveText(save)}
          {isAlone && job.state !== 'prepared' && (
            <>
              {' '}
              <span class="chip">{i18n.t('page.started')}</span>
            </>
          )}
        </span>
      </p>
      <SaveNote save={save} />
      {job.state === 'failed' && (
        <div class="job-why">
          <p>{failureText(job.failure, job.action)}</p>
        </div>
      )}
      {isSilent(job, moment) && (
        <div class="job-why">
          <p>{i18n.t('page.silentText')}</p>
        </div>
      )}
    </>
  );
}
