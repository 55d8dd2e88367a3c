import { browser } from './browser';
import { bringToFront } from './tabs';

/**
 * Opens one of this extension's pages in a tab, at that part of it; one that is open is shown. Where the
 * browser cannot tell whether it is, another is opened.
 *
 * @param hash with its `#`
 */
export async function openPage(path: '/library.html', hash: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const tabs = (await browser.runtime.getContexts?.({ contextTypes: ['TAB'] })) ?? [];
  const open = tabs.find(({ documentUrl }) => documentUrl?.split(/[?#]/)[0] === url);
  if (open === undefined) await browser.tabs.create({ url: url + hash });
  else {
    if (hash !== '') await browser.tabs.update(open.tabId, { url: url + hash });
    await bringToFront(open.tabId);
  }
}
