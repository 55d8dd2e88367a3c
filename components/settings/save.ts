import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { type Settings, settings } from '@/lib/store/items';
import { announce } from '../store/announce';

let last: Promise<void> = Promise.resolve();

/** Stores choices at once, one after the other, and says so. Undefined takes a choice back. */
export function save(choices: Partial<Settings>): Promise<void> {
  last = last.then(() => store(choices));
  return last;
}

async function store(choices: Partial<Settings>): Promise<void> {
  try {
    await settings.change((before) => ({ ...before, ...choices }));
    announce(i18n.t('settings.saved'));
  } catch (error) {
    warn('settings', error);
    announce(i18n.t('settings.notSaved'));
  }
}
