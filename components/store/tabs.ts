import { browser } from 'wxt/browser';
import { warn } from '@/lib/base/log';
import { FLOW_HOME } from '@/lib/flow/addresses';
import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import { sendCommand } from '@/lib/message/send';

/** Opens Flow in a new tab; the popup closes by itself. */
export function openFlow(): void {
  follow(browser.tabs.create({ url: FLOW_HOME }));
}

/** Opens the front end that Google moves accounts to. */
export function openNewFlow(): void {
  follow(browser.tabs.create({ url: `${NEW_FLOW_ORIGIN}/` }));
}

/** Brings a Flow tab to the front. */
export function showFlow(tabId: number): void {
  follow(
    browser.tabs.update(tabId, { active: true }).then(async (tab) => {
      if (tab?.windowId !== undefined)
        await browser.windows.update(tab.windowId, { focused: true });
    }),
  );
}

/**
 * Wakes a Flow tab: one whose page is gone is loaded again where it is, a frozen one comes to the
 * front, with everything that is typed in it.
 */
export function wakeFlow(tabId: number): void {
  follow(
    browser.tabs.get(tabId).then(async ({ discarded }) => {
      if (discarded) await browser.tabs.reload(tabId);
      else showFlow(tabId);
    }),
  );
}

/** Reloads a Flow tab, so that the extension sees it from its beginning. */
export function reloadFlow(tabId: number): void {
  follow(sendCommand('reloadTab', { tabId }));
}

/** Opens the settings at the check of this extension's own parts. */
export function openSelfCheck(): void {
  follow(browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#check` }));
}

function follow(done: Promise<unknown>): void {
  done.catch((error: unknown) => warn('tabs', error));
}
