import { render } from 'preact';
import { Panel } from '@/components/app/Panel';
import { dressPage } from '@/components/status/page';
import { createViewStore, ViewStoreContext } from '@/components/store/view-store';

dressPage();
const root = document.getElementById('root');
if (root)
  render(
    <ViewStoreContext.Provider value={createViewStore('panel')}>
      <Panel />
    </ViewStoreContext.Provider>,
    root,
  );
