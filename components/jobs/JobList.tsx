import { ArrowLeft } from 'lucide-preact';
import { i18n } from '#i18n';
import { HoldNote } from '../shell/HoldNote';
import { jobs } from '../state/live-jobs';
import { showComposer } from '../state/view';
import { countWords } from '../words/count-words';
import { JobRow } from './JobRow';

/** All jobs, newest first. In the side panel they stand under the composer, which says the hold. */
export function JobList({ isPanel = false }: { isPanel?: boolean }) {
  const Root = isPanel ? 'section' : 'main';
  return (
    <Root class="body jobs" id="jobs" tabIndex={-1} aria-labelledby="jobs-title">
      <div class="jobs-head">
        {!isPanel && (
          <button type="button" class="btn btn-s btn-plain jobs-back" onClick={showComposer}>
            <ArrowLeft class="i i-turn" aria-hidden="true" />
            {i18n.t('jobs.back')}
          </button>
        )}
        <h2 id="jobs-title">{i18n.t('jobs.title')}</h2>
        <span class="hint cut push">{countWords()}</span>
      </div>
      {!isPanel && <HoldNote />}
      <Rows />
    </Root>
  );
}

function Rows() {
  if (!jobs.value) return null;
  if (jobs.value.length === 0)
    return (
      <div class="jobs-none">
        <h3>{i18n.t('jobs.none')}</h3>
        <p>{i18n.t('jobs.noneText')}</p>
      </div>
    );
  return (
    <ul class="jobs-list" aria-label={i18n.t('jobs.title')}>
      {jobs.value.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  );
}
