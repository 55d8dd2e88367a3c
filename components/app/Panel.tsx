import '../styles/index.css';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Compare } from '../compare/Compare';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../status/Announcer';
import { dressPage } from '../status/page';
import { StoreNote } from '../status/StoreNote';
import { keepFresh } from '../store/refresh';
import { view } from '../store/view';
import { Guard } from '../ui/Guard';
import { Header } from './Header';
import { onShellKey } from './keys';
import { Place } from './Place';

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
