import { browser } from './browser';

/** Id of this extension, as the sender of a message has it. */
export const ownId = (): string => browser.runtime.id;

/** URL of one of this extension's pages; without a path what all of them begin with. */
export const ownUrl = (path: '' | `/${'library' | 'options' | 'popup'}.html` = ''): string =>
  browser.runtime.getURL(path);

/** As the manifest says it. */
export const ownVersion = (): string => browser.runtime.getManifest().version;

/** Opens the settings, or shows them where they are open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Registers what happens after an installation or an update. Call it synchronously at the start. */
export function onInstalled(installed: () => void): void {
  browser.runtime.onInstalled.addListener(() => installed());
}

/**
 * Closes the extension's storage on disk to content scripts: a page that breaks into one finds no
 * jobs, drafts or settings there. The storage in memory is closed from the start. Chromium keeps
 * this until the browser ends; Firefox has no such switch and is left as it is.
 */
export async function closeStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
