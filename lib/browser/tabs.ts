import { browser } from 'wxt/browser';

/**
 * Follows tabs: where they went (also without a load), and that they closed. The address is
 * undefined on sites this extension has no permission for. Call it synchronously at the start.
 */
export function onTabMoved(moved: (tabId: number, address: string | undefined) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.url !== undefined || change.status === 'loading') moved(tabId, tab.url);
  });
  browser.tabs.onRemoved.addListener((tabId) => moved(tabId, undefined));
  // A page that was prepared, or put to sleep, can come with another number. Firefox has no such event.
  browser.tabs.onReplaced?.addListener((_, gone) => moved(gone, undefined));
}
