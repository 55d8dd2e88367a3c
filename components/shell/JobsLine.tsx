import { ChevronRight } from 'lucide-preact';
import { i18n } from '#i18n';
import { Drawn } from '../parts/Drawn';
import { countOf, jobs } from '../state/live-jobs';
import { now } from '../state/now';
import { showJobs } from '../state/view';
import { countWords } from '../words/count-words';
import { duration } from '../words/format';

/** The line at the bottom: how the jobs stand, and the way to their list. */
export function JobsLine() {
  const oldest = jobs.value?.findLast((job) => job.state === 'running');
  const isBusy = countOf('submitting', 'running') > 0;
  return (
    <button type="button" class="peek" onClick={showJobs}>
      {isBusy && <Drawn name="running" />}
      <b class="cut">
        <span class="vh">{i18n.t('jobs.prefix')} </span>
        {countWords()}
      </b>
      {oldest?.state === 'running' && (
        <span class="push"> {duration(now.value - oldest.sentAt)}</span>
      )}
      <span class="vh">{i18n.t('jobs.show')}</span>
      <ChevronRight class="i peek-go" aria-hidden="true" />
    </button>
  );
}
