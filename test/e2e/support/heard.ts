import type { Page } from '@playwright/test';

/** What the live regions of a page have said since; each sentence is there for a moment only. */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const note = () => {
      for (const region of document.querySelectorAll('[role="status"], [aria-live="polite"]')) {
        const text = region.textContent?.trim() ?? '';
        if (text !== '' && heard.at(-1) !== text) heard.push(text);
      }
    };
    new MutationObserver(note).observe(document, {
      ...{ subtree: true, childList: true, characterData: true },
    });
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}
