import '../styles/index.css';
import { useEffect } from 'preact/hooks';
import { Compare } from '../compare/Compare';
import { Jobs } from '../jobs/Jobs';
import { Announcer } from '../status/Announcer';
import { dressPage } from '../status/page';
import { StoreNote } from '../status/StoreNote';
import { keepFresh } from '../store/refresh';
import { view } from '../store/view';
import { Guard } from '../ui/Guard';
import { Header } from './Header';
import { JobsLine } from './JobsLine';
import { onShellKey } from './keys';
import { Place } from './Place';

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
