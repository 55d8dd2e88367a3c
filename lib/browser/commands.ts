import { browser, type Commands } from './browser';

/** The commands of the manifest with their keys as they are set now; no key where none is set. */
export const commands = (): Promise<Commands.Command[]> => browser.commands.getAll();

/** Where Chromium lets people change the keys. Firefox has a URL that no extension may open. */
export const SHORTCUTS_URL = 'chrome://extensions/shortcuts';
