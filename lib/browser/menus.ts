import { browser } from './browser';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly parentId?: string;
  readonly enabled?: boolean;
}

/**
 * Replaces the context menu's entries. They are shown on videos and images and, because Chromium
 * names nothing under an overlay, on the page itself as well.
 *
 * @param pages match patterns of the pages that have the menu
 */
export async function setMenus(entries: readonly MenuEntry[], pages: string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const entry of entries)
    browser.contextMenus.create({
      ...entry,
      contexts: ['video', 'page', 'link', 'image'],
      documentUrlPatterns: pages,
    });
}

/** Gives an entry another title. An entry that is not there yet gets its own when it is built. */
export async function nameMenu(id: string, title: string): Promise<void> {
  await browser.contextMenus.update(id, { title }).catch(() => undefined);
}

/**
 * Registers what a click does. Call it synchronously at the start.
 *
 * @param clicked told the URL of what was clicked, where the browser names a video or an image
 */
export function onMenu(
  clicked: (entryId: string, url: string | undefined, tabId: number) => void,
): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id !== undefined) clicked(String(info.menuItemId), info.srcUrl, tab.id);
  });
}
