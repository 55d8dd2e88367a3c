import { browser, type Commands } from './browser';

/** The commands of the manifest with their keys as they are set now; no key where none is set. */
export const commands = (): Promise<Commands.Command[]> => browser.commands.getAll();

/** Where Chromium lets people change the keys. */
const SHORTCUTS_URL = 'chrome://extensions/shortcuts';

/** Opens where the browser lets people change the keys: in Firefox (from 137 on) by a call of its own. */
export async function openShortcuts(): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: SHORTCUTS_URL });
}
