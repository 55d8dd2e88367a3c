import { render } from 'preact';
import { Library } from '@/components/library/Library';
import { dressPage } from '@/components/status/page';
import { createLibraryStore, LibraryStoreContext } from '@/components/store/library-store';

dressPage();
const root = document.getElementById('root');
if (root)
  render(
    <LibraryStoreContext.Provider value={createLibraryStore()}>
      <Library />
    </LibraryStoreContext.Provider>,
    root,
  );
