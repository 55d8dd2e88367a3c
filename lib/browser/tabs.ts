import { browser, type Tabs } from './browser';

/**
 * Follows tabs: where they went (also without a load), and that they closed. The URL is
 * undefined on sites this extension has no permission for. Call it synchronously at the start.
 */
export function onTabMoved(moved: (tabId: number, url: string | undefined) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.url !== undefined || change.status === 'loading') moved(tabId, tab.url);
  });
  browser.tabs.onRemoved.addListener((tabId) => moved(tabId, undefined));
  // A page that was prepared, or put to sleep, can come with another number. Firefox has no such event.
  browser.tabs.onReplaced?.addListener((_, gone) => moved(gone, undefined));
}

type Tab = Tabs.Tab;

/** The tab in front, and the tabs that match one of the patterns, the one in front first. */
export async function lookAtTabs(
  patterns: string[],
): Promise<{ active: number | undefined; matching: readonly Tab[] }> {
  const [[active], matching] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.tabs.query({ url: patterns }),
  ]);
  matching.sort((one, other) => Number(other.active) - Number(one.active));
  return { active: active?.id, matching };
}

/**
 * Whether the browser has put a tab to sleep, to save memory. Firefox has no `frozen`, nor had
 * Chromium before 132.
 */
export const isAsleep = ({ discarded, frozen }: Tab): boolean =>
  discarded === true || frozen === true;

/** Told whenever what `lookAtTabs` finds may have changed. */
export function onTabsChanged(changed: () => void): void {
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(changed);
  browser.tabs.onRemoved.addListener(changed);
}

/** Opens a URL in a new tab of the window in front. */
export async function openUrl(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Loads the page of a tab anew; what was typed in it is lost. */
export const reloadTab = (tabId: number): Promise<void> => browser.tabs.reload(tabId);

/** Shows a URL in a tab, which comes to the front; where it is there already, nothing is loaded. */
export async function goTo(tabId: number, url: string): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  const isThere = tab.url !== undefined && tab.url.split(/[?#]/, 1)[0] === url;
  if (!isThere) await browser.tabs.update(tabId, { url });
  await bringToFront(tabId);
}

/** Brings a tab and its window to the front. */
export async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/**
 * Wakes a tab: one whose page is gone is loaded again where it is, a frozen one comes to the front,
 * with everything that is typed in it.
 */
export async function wakeTab(tabId: number): Promise<void> {
  const { discarded } = await browser.tabs.get(tabId);
  if (discarded) await reloadTab(tabId);
  else await bringToFront(tabId);
}
