import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createAnnouncer } from './announcer';
import { createClock } from './clock';
import { createComposer } from './composer';
import { createFlowTab } from './flow-tab';
import { createLiveItems } from './live-items';
import { createSaveSettings } from './save-settings';
import { createSpending } from './spending';
import { createTyped } from './typed';

export type OptionsStore = ReturnType<typeof createOptionsStore>;

/** All state of the options page, made once by its entrypoint. */
export function createOptionsStore() {
  const now = createClock();
  const announcer = createAnnouncer();
  const items = createLiveItems();
  return {
    now,
    announcer,
    /** The settings as they are stored; undefined while they are read. */
    settings: items.settings,
    flowTab: createFlowTab(items),
    composer: createComposer(createTyped()),
    saveSettings: createSaveSettings(announcer),
    spending: createSpending(now),
  };
}

export const OptionsStoreContext = createContext<OptionsStore | undefined>(undefined);

/** The store of this page. @throws outside of the options page */
export function useOptionsStore(): OptionsStore {
  const store = useContext(OptionsStoreContext);
  if (!store) throw new Error('No options store: the entrypoint makes it');
  return store;
}
