import '../styles/index.css';
import './Popup.css';
import { useEffect } from 'preact/hooks';
import { useViewStore } from '@/components/store/view-store';
import { Compare } from '../compare/Compare';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../status/Announcer';
import { StoreNote } from '../status/StoreNote';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Header } from './Header';
import { JobsLine } from './JobsLine';
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
