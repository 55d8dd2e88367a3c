import { browser } from './browser';
import { bringToFront } from './tabs';

/**
 * Whether a page of this extension can be seen now. False where the browser cannot tell. Firefox's
 * sidebar counts as SIDE_PANEL (ExtensionParent.sys.mjs of Firefox 153).
 */
export async function isVisible(): Promise<boolean> {
  if (!browser.runtime.getContexts) return false;
  const contexts = await browser.runtime.getContexts({
    contextTypes: ['POPUP', 'SIDE_PANEL', 'TAB'],
  });
  for (const { contextType, tabId } of contexts)
    if (contextType !== 'TAB' || (await isInFront(tabId))) return true;
  return false;
}

async function isInFront(tabId: number): Promise<boolean> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    if (!active || windowId === undefined) return false;
    return (await browser.windows.get(windowId)).state !== 'minimized';
  } catch {
    // Closed meanwhile.
    return false;
  }
}

/**
 * Shows the composer over a tab: as the popup, else in what already shows it in that window, else in
 * the side panel, a tab or a window of its own. The popup is refused where one is open in another
 * window, or where the window has no toolbar or is not in front; and in Firefox, after something was
 * awaited, wherever `extensions.openPopupWithoutUserGesture.enabled` is off. In Firefox 153 it is on
 * (greprefs.js), in older ones it was not. Firefox's sidebar opens in the click itself and never here
 * (`requireUserInput` in sidebar_action.json): there a tab is next.
 *
 * @returns false where nothing could be opened
 */
export async function openComposer(tabId: number): Promise<boolean> {
  const windowId = await browser.tabs.get(tabId).then(
    (tab) => tab.windowId,
    () => undefined,
  );
  const url = browser.runtime.getURL('/popup.html');
  const ways: (() => Promise<unknown>)[] = [
    () => browser.action.openPopup(windowId === undefined ? {} : { windowId }),
    async () => {
      if (!(await isVisibleIn(windowId))) throw new Error('nothing is open');
    },
    ...(import.meta.env.FIREFOX ? [] : [() => browser.sidePanel.open({ tabId })]),
    () => browser.tabs.create({ url, ...(windowId !== undefined && { windowId }) }),
    () => browser.windows.create({ url, type: 'popup', width: 416, height: 640 }),
  ];
  for (const open of ways) {
    try {
      await open();
      return true;
    } catch {
      // The next way may be open.
    }
  }
  return false;
}

/** Whether the popup or the side panel of that window is open. */
async function isVisibleIn(windowId: number | undefined): Promise<boolean> {
  if (windowId === undefined || !browser.runtime.getContexts) return false;
  const contexts = await browser.runtime.getContexts({
    contextTypes: ['POPUP', 'SIDE_PANEL'],
    windowIds: [windowId],
  });
  return contexts.length > 0;
}

/** Opens the list of jobs: the popup over a tab, or a tab of its own where no popup can open. */
export async function openJobs(tabId: number | undefined): Promise<void> {
  const before = await browser.action.getPopup({});
  try {
    if (tabId !== undefined) await bringToFront(tabId);
    await browser.action.setPopup({ popup: JOBS });
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(JOBS) });
  } finally {
    await browser.action.setPopup({ popup: before });
  }
}

const JOBS = '/popup.html#jobs';
