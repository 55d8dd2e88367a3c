import { browser } from 'wxt/browser';

/** Whether a page of this extension can be seen now. False where the browser cannot tell. */
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
    return active && (await browser.windows.get(windowId)).state !== 'minimized';
  } catch {
    // Closed meanwhile.
    return false;
  }
}

/** Opens the list of jobs: the popup over a tab, or a tab of its own where no popup can open. */
export async function openJobs(tabId: number | undefined): Promise<void> {
  const before = await browser.action.getPopup({});
  try {
    if (tabId !== undefined) {
      const tab = await browser.tabs.update(tabId, { active: true });
      if (tab) await browser.windows.update(tab.windowId, { focused: true });
    }
    await browser.action.setPopup({ popup: JOBS });
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(JOBS) });
  } finally {
    await browser.action.setPopup({ popup: before });
  }
}

const JOBS = '/popup.html#jobs';
