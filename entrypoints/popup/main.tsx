import { render } from 'preact';
import { Popup } from '@/components/app/Popup';
import { dressPage } from '@/components/status/page';
import { createViewStore, ViewStoreContext } from '@/components/store/view-store';

dressPage();
const root = document.getElementById('root');
if (root)
  render(
    <ViewStoreContext.Provider value={createViewStore('popup')}>
      <Popup />
    </ViewStoreContext.Provider>,
    root,
  );
