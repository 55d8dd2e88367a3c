import '../styles/index.css';
import { useEffect } from 'preact/hooks';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../parts/Announcer';
import { Compare } from '../results/Compare';
import { keepFresh } from '../state/refresh';
import { view } from '../state/view';
import { Guard } from './Guard';
import { Header } from './Header';
import { JobsLine } from './JobsLine';
import { onShellKey } from './keys';
import { Place } from './Place';
import { dressPage } from './page';
import { StoreNote } from './StoreNote';

dressPage();
keepFresh();

/** The whole popup: the header, then the composer (or a card in its place) or the jobs. */
export function Popup() {
  useEffect(() => {
    document.addEventListener('keydown', onShellKey);
    return () => document.removeEventListener('keydown', onShellKey);
  }, []);
  return (
    <div class="popup">
      <Header />
      <StoreNote />
      <Guard key={view.value}>
        {view.value === 'compare' && <Compare />}
        {view.value === 'jobs' && <Jobs />}
        {view.value === 'composer' && (
          <>
            <Place />
            <JobsLine />
          </>
        )}
      </Guard>
      <Announcer />
    </div>
  );
}
