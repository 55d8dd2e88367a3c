import '../styles/index.css';
import './Panel.css';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { Compare } from '../compare/Compare';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../status/Announcer';
import { StoreNote } from '../status/StoreNote';
import { WithheldNote } from '../status/WithheldNote';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Header } from './Header';
import { onShellKey } from './keys';
import { MainView } from './MainView';

/** The side panel: the composer of the popup, and the jobs below it. */
export function Panel() {
  const store = useViewStore();
  const { navigation } = store;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onShellKey(store, event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div class="panel">
      {navigation.view.value !== 'compare' && (
        <a class="btn skip" href="#jobs">
          {i18n.t('panel.skip')}
        </a>
      )}
      <Header />
      <StoreNote />
      <WithheldNote why={store.withheld} />
      {navigation.view.value === 'compare' ? (
        <ErrorBoundary key="compare">
          <Compare />
        </ErrorBoundary>
      ) : (
        <div class="panel-views">
          <div>
            <ErrorBoundary>
              <MainView />
            </ErrorBoundary>
          </div>
          <ErrorBoundary>
            <Jobs isPanel />
          </ErrorBoundary>
        </div>
      )}
      <Announcer />
    </div>
  );
}
