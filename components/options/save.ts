import { effect, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { SECOND_MS } from '@/lib/base/time';
import { type Settings, settings } from '@/lib/store/items';

const SHOWN_MS = 4 * SECOND_MS;

/** What the page's live region says, and for a moment shows. */
export const said = signal('');

effect(() => {
  if (said.value === '') return;
  const timer = setTimeout(() => {
    said.value = '';
  }, SHOWN_MS);
  return () => clearTimeout(timer);
});

let last: Promise<void> = Promise.resolve();

/** Stores choices at once, one after the other, and says so. Undefined takes a choice back. */
export function save(choices: Partial<Settings>): Promise<void> {
  last = last.then(() => store(choices));
  return last;
}

async function store(choices: Partial<Settings>): Promise<void> {
  try {
    await settings.set({ ...(await settings.get()), ...choices });
    said.value = i18n.t('settings.saved');
  } catch (error) {
    warn('settings', error);
    said.value = i18n.t('settings.notSaved');
  }
}
