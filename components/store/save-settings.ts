import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import * as items from '@/lib/storage/items';
import type { Announcer } from './announcer';

/** Stores choices at once, one after the other, and says so. Undefined takes a choice back. */
export type SaveSettings = (choices: Partial<items.Settings>) => Promise<void>;

export function createSaveSettings({ announce }: Announcer): SaveSettings {
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
