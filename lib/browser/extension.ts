import { browser } from './browser';

/** Id of this extension, as the sender of a message has it. */
export const ownId = (): string => browser.runtime.id;

/** URL of one of this extension's pages; without a path what all of them begin with. */
export const ownUrl = (path: '' | `/${'options' | 'popup'}.html` = ''): string =>
  browser.runtime.getURL(path);

/** As the manifest says it. */
export const ownVersion = (): string => browser.runtime.getManifest().version;

/** Opens the settings, or shows them where they are open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
