import { browser } from './browser';

/** Id of this extension, as the sender of a message has it. */
export const ownId = (): string => browser.runtime.id;

/**
 * The host that calls of this extension come from. In Chromium it is the id. In Firefox the id has an
 * `@`, which a rule refuses as a domain, and the host is a UUID of this installation (schemas of
 * Firefox 153).
 */
export const ownHost = (): string => new URL(browser.runtime.getURL('')).hostname;

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
 * Registers what happens when the browser starts. Call it synchronously at the start: only for a
 * listener of this Firefox starts an event page then, and it forgets alarms with the browser
 * (ext-backgroundPage.js and ext-alarms.js of Firefox 153). Chromium keeps alarms.
 */
export function onBrowserStart(started: () => void): void {
  browser.runtime.onStartup.addListener(() => started());
}

/**
 * Closes the extension's storage on disk to content scripts: a page that breaks into one finds no
 * jobs, drafts or settings there. The storage in memory is closed from the start. Chromium keeps
 * this until the browser ends; Firefox has no such switch and is left as it is.
 */
export async function closeStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
