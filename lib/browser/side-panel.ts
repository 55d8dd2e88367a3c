import { warn } from '@/lib/base/log';
import { browser } from './browser';

/** The command of the manifest that opens the side panel. */
const COMMAND = 'open-panel';

/**
 * Opens the side panel of this window. To be called in the click itself: the browser takes it from
 * nowhere else.
 */
export function openSidePanel(): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open();
  return browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
}

/**
 * Opens the side panel at the press of its keys. Firefox does that by itself. Call it synchronously
 * at the start: the press counts as the user's only as long as nothing was awaited.
 */
export function openSidePanelByKeys(): void {
  if (import.meta.env.FIREFOX) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== COMMAND || tab?.windowId === undefined) return;
    const { windowId } = tab;
    browser.sidePanel.open({ windowId }).catch((error: unknown) => warn('panel', error));
  });
}
