import { render } from 'preact';
import { Options } from '@/components/settings/Options';
import { dressPage } from '@/components/status/page';
import { createOptionsStore, OptionsStoreContext } from '@/components/store/options-store';

dressPage();
const root = document.getElementById('root');
if (root)
  render(
    <OptionsStoreContext.Provider value={createOptionsStore()}>
      <Options />
    </OptionsStoreContext.Provider>,
    root,
  );
