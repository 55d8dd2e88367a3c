import './JobsLine.css';
import { ChevronRight } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { duration } from '@/lib/text/format';
import { usualText } from '@/lib/text/job-text';
import { Bar } from '../jobs/Bar';
import { Icon } from '../ui/Icon';

/** The line at the bottom: how the jobs stand, and the way to their list. */
export function JobsLine() {
  const { focus, liveJobs, navigation } = useViewStore();
  const isBusy = liveJobs.countOf('submitting', 'running') > 0;
  return (
    <button ref={focus.ref('jobs-line')} type="button" class="peek" onClick={navigation.showJobs}>
      {isBusy && <Icon name="running" />}
      <b class="cut">
        <span class="vh">{i18n.t('jobs.prefix')} </span>
        {liveJobs.countsText.value}
      </b>
      <Oldest />
      <span class="vh">{i18n.t('jobs.show')}</span>
      <ChevronRight class="i peek-go" aria-hidden="true" />
    </button>
  );
}

/** How long the job that runs the longest has run, against the usual. */
function Oldest() {
  const { forecast, liveJobs, now } = useViewStore();
  const running = (liveJobs.openJobs.value ?? []).filter((job) => job.state === 'running');
  const [oldest] = running.sort((one, other) => one.sentAt - other.sentAt);
  if (!oldest) return null;
  const elapsedMs = now.value - oldest.sentAt;
  const usualMs = forecast.usualOf(oldest);
  return (
    <>
      <span class="push">
        {' '}
        {duration(elapsedMs)}
        {i18n.t('jobList.usually', [usualText(usualMs)])}
      </span>
      <Bar elapsedMs={elapsedMs} usualMs={usualMs} />
    </>
  );
}
