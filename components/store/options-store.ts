import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import * as items from '@/lib/storage/items';
import { type Announcer, createAnnouncer } from './announcer';
import { createClock } from './clock';
import { createComposer } from './composer';
import { createFlowTab } from './flow-tab';
import { createLiveItems } from './live-items';
import { createSpending } from './spending';
import { createTyped } from './typed';
import { createWithheldSignal } from './withheld';

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
    withheld: createWithheldSignal(),
  };
}

export const OptionsStoreContext = createContext<OptionsStore | undefined>(undefined);

/** The store of this page. @throws outside of the options page */
export function useOptionsStore(): OptionsStore {
  const store = useContext(OptionsStoreContext);
  if (!store) throw new Error('No options store: the entrypoint makes it');
  return store;
}

/** Stores choices at once, one after the other, and says so. Undefined takes a choice back. */
type SaveSettings = (choices: Partial<items.Settings>) => Promise<void>;

function createSaveSettings({ announce }: Announcer): SaveSettings {
  let last: Promise<void> = Promise.resolve();

  async function store(choices: Partial<items.Settings>): Promise<void> {
    try {
      await items.settings.change((before) => ({ ...before, ...choices }));
      announce(i18n.t('settings.saved'));
    } catch (error) {
      warn('settings', error);
      announce(i18n.t('settings.notSaved'));
    }
  }

  return (choices) => {
    last = last.then(() => store(choices));
    return last;
  };
}
