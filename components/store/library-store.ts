import { computed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createAllJobs } from './all-jobs';
import { createAnnouncer } from './announcer';
import { createChangedJobs } from './changed-jobs';
import { createComposer } from './composer';
import { createLibraryChoice } from './library-choice';
import { createLibraryCompared } from './library-compared';
import { createLibraryDraft } from './library-draft';
import { createLibraryEntries } from './library-entries';
import { createLibraryMeasure } from './library-measure';
import { createLibraryOpened } from './library-opened';
import { createLibraryProject } from './library-project';
import { createLibrarySaves } from './library-saves';
import { createLibraryView } from './library-view';
import { createLiveItems } from './live-items';
import { createPageJobs } from './page-jobs';
import { createTyped } from './typed';
import { createWithheldSignal } from './withheld';

export type LibraryStore = ReturnType<typeof createLibraryStore>;

/** All state of the library page, made once by its entrypoint. */
export function createLibraryStore() {
  const items = createLiveItems();
  const allJobs = createAllJobs(createChangedJobs());
  const pageJobs = createPageJobs();
  allJobs.load();
  pageJobs.load();
  const project = createLibraryProject(items);
  const entries = createLibraryEntries(project, allJobs, pageJobs);
  const view = createLibraryView(
    entries,
    computed(() => project.current.value?.id),
  );
  return {
    announcer: createAnnouncer(),
    project,
    entries,
    view,
    choice: createLibraryChoice(view),
    compared: createLibraryCompared(entries),
    opened: createLibraryOpened(entries, view),
    draft: createLibraryDraft(createComposer(createTyped())),
    saves: createLibrarySaves(items.settings),
    measure: createLibraryMeasure(),
    withheld: createWithheldSignal(),
  };
}

export const LibraryStoreContext = createContext<LibraryStore | undefined>(undefined);

/** The store of this page. @throws outside of the library page */
export function useLibraryStore(): LibraryStore {
  const store = useContext(LibraryStoreContext);
  if (!store) throw new Error('No library store: the entrypoint makes it');
  return store;
}
