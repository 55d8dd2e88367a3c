import { browser } from 'wxt/browser';
import { warn } from '@/lib/base/log';

interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the side panel of this window and closes the popup. To be called in the click itself: the
 * browser takes it from nowhere else.
 */
export function openPanel(): void {
  open().then(close, (error: unknown) => warn('panel', error));
}

function open(): Promise<void> {
  if (import.meta.env.FIREFOX) {
    // The types are Chromium's, which has no sidebar.
    const { sidebarAction } = browser as typeof browser & { sidebarAction: SidebarAction };
    return sidebarAction.open();
  }
  return browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
}
