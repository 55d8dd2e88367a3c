import { browser } from './browser';

/**
 * Closes the extension's storage on disk to content scripts: a page that breaks into one finds no
 * jobs, drafts or settings there. The storage in memory is closed from the start. Chromium keeps
 * this until the browser ends; Firefox has no such switch and is left as it is.
 */
export async function closeStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
