import '../styles/index.css';
import './Library.css';
import { useEffect } from 'preact/hooks';
import { useLibraryStore } from '@/components/store/library-store';
import { WithheldNote } from '../status/WithheldNote';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { ChoiceBar } from './ChoiceBar';
import { Detail } from './Detail';
import { NoMedia, NoProject, NothingFits } from './Empty';
import { Filters } from './Filters';
import { Grid } from './Grid';
import { Head } from './Head';
import { onLibraryKey } from './library-keys';
import { Together } from './Together';

/** All clips and images of a project, in a tab. */
export function Library() {
  const store = useLibraryStore();
  const { announcer, compared, opened, withheld } = store;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onLibraryKey(store, event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div class="library">
      <Head />
      <WithheldNote why={withheld} />
      <main class="library-main" data-open={opened.shown.value !== undefined}>
        <ErrorBoundary>
          <Content />
        </ErrorBoundary>
      </main>
      {compared.takes.value.length < 2 && <ChoiceBar />}
      <div class="vh" aria-live="polite">
        {announcer.sentence.value}
      </div>
    </div>
  );
}

function Content() {
  const { compared, opened, project, view } = useLibraryStore();
  const found = view.found.value;
  if (project.all.value?.length === 0) return <NoProject />;
  if (!found) return null;
  if (view.count.value === 0) return <NoMedia />;
  if (compared.takes.value.length > 1) return <Together />;
  return (
    <>
      <Filters />
      <div class="library-columns">
        {found.length === 0 ? <NothingFits /> : <Grid found={found} />}
        {opened.shown.value && <Detail shown={opened.shown.value} />}
      </div>
    </>
  );
}
