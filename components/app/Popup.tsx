import '../styles/index.css';
import './Popup.css';
import { ChevronRight } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { duration } from '@/lib/text/format';
import { usualText } from '@/lib/text/job-text';
import { Compare } from '../compare/Compare';
import { Bar } from '../jobs/Bar';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../status/Announcer';
import { StoreNote } from '../status/StoreNote';
import { WithheldNote } from '../status/WithheldNote';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Icon } from '../ui/Icon';
import { Header } from './Header';
import { onShellKey } from './keys';
import { MainView } from './MainView';

/** The whole popup: the header, then the composer (or a card in its place) or the jobs. */
export function Popup() {
  const store = useViewStore();
  const { navigation } = store;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onShellKey(store, event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div class="popup">
      <Header />
      <StoreNote />
      <WithheldNote why={store.withheld} />
      <ErrorBoundary key={navigation.view.value}>
        {navigation.view.value === 'compare' && <Compare />}
        {navigation.view.value === 'jobs' && <Jobs />}
        {navigation.view.value === 'composer' && (
          <>
            <MainView />
            <JobsLine />
          </>
        )}
      </ErrorBoundary>
      <Announcer />
    </div>
  );
}

/** The line at the bottom: how the jobs stand, and the way to their list. */
function JobsLine() {
  const { focus, liveJobs, navigation } = useViewStore();
  const isBusy = liveJobs.countOf('submitting', 'running') > 0;
  return (
    <button ref={focus.ref('jobs-line')} type="button" class="peek" onClick={navigation.showJobs}>
      {isBusy && <Icon name="running" />}
      <b class="cut">
        <span class="vh">{i18n.t('jobs.prefix')}</span>
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
