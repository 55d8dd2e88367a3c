import { test as base, type Page } from '@playwright/test';
import { type Launched, launch } from '../browser/launch';
import { startTwin, type Twin } from '../twin/twin';
import { connected, expect } from './fixtures';

interface Open {
  readonly twin: Twin;
  readonly chromium: Launched;
}

/**
 * For tests that only look and send nothing: one Chromium for all that a worker of Playwright runs,
 * on one open page of Flow. Each test gets a popup of its own with an empty draft.
 */
export const test = base.extend<
  { readonly twin: Twin; readonly popup: Page },
  { readonly open: Open }
>({
  open: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const twin = await startTwin();
      const chromium = await launch({ twin });
      const page = await chromium.context.newPage();
      await page.goto(twin.pageUrl('elm'));
      await use({ twin, chromium });
      await chromium.close();
      await twin.stop();
    },
    { scope: 'worker' },
  ],

  twin: async ({ open }, use) => use(open.twin),

  popup: async ({ open: { chromium } }, use) => {
    await (await chromium.worker()).evaluate(() => chrome.storage.local.remove('draft'));
    const popup = await chromium.openOwn('popup.html');
    await connected(popup);
    await use(popup);
    await popup.close();
  },
});

export { expect };
