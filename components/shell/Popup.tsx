import '../styles/index.css';
import { useEffect } from 'preact/hooks';
import { JobList } from '../jobs/JobList';
import { Announcer } from '../parts/Announcer';
import { refreshOnce } from '../state/refresh';
import { view } from '../state/view';
import { Header } from './Header';
import { JobsLine } from './JobsLine';
import { onPopupKey } from './keys';
import { Place } from './Place';
import { dressPage } from './page';
import { StoreNote } from './StoreNote';

dressPage();
refreshOnce();

/** The whole popup: the header, then the composer (or a card in its place) or the jobs. */
export function Popup() {
  useEffect(() => {
    document.addEventListener('keydown', onPopupKey);
    return () => document.removeEventListener('keydown', onPopupKey);
  }, []);
  return (
    <div class="popup">
      <Header />
      <StoreNote />
      {view.value === 'jobs' ? (
        <JobList />
      ) : (
        <>
          <Place />
          <JobsLine />
        </>
      )}
      <Announcer />
    </div>
  );
}
