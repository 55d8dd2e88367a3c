import '../styles/index.css';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../parts/Announcer';
import { Compare } from '../results/Compare';
import { keepFresh } from '../state/refresh';
import { view } from '../state/view';
import { Guard } from './Guard';
import { Header } from './Header';
import { onShellKey } from './keys';
import { Place } from './Place';
import { dressPage } from './page';
import { StoreNote } from './StoreNote';

dressPage();
keepFresh();

/** The side panel: the composer of the popup, and the jobs below it. */
export function Panel() {
  useEffect(() => {
    document.addEventListener('keydown', onShellKey);
    return () => document.removeEventListener('keydown', onShellKey);
  }, []);
  return (
    <div class="panel">
      {view.value !== 'compare' && (
        <a class="btn skip" href="#jobs">
          {i18n.t('panel.skip')}
        </a>
      )}
      <Header />
      <StoreNote />
      {view.value === 'compare' ? (
        <Guard key="compare">
          <Compare />
        </Guard>
      ) : (
        <div class="panel-views">
          <div>
            <Guard>
              <Place />
            </Guard>
          </div>
          <Guard>
            <Jobs isPanel />
          </Guard>
        </div>
      )}
      <Announcer />
    </div>
  );
}
