import type { Page } from '@playwright/test';
import type { Open } from '../../browsers/browsers';
import type { Launched } from '../../browsers/launch';
import type { Twin } from '../../twin/twin';
import { connected, test as each } from './fixtures';

/**
 * For tests that only look and send nothing: they share a browser that is not cleaned between them,
 * on one open page of Flow. Each test begins with an empty draft and nothing used before, and all
 * pages that it opens are closed after it.
 */
export const test = each.extend<{
  readonly open: Open;
  readonly twin: Twin;
  readonly chromium: Launched;
  readonly panel: Page;
}>({
  open: async ({ browsers }, use) => use(await browsers.toLook()),

  twin: async ({ open }, use) => use(open.twin),

  chromium: async ({ open: { chromium } }, use) => {
    const { context } = chromium;
    const before = context.pages();
    const worker = await chromium.worker();
    await worker.evaluate(() => chrome.storage.local.remove(['draft', 'recent']));
    await use(chromium);
    const opened = context.pages().filter((page) => !before.includes(page));
    await Promise.all(opened.map((page) => page.close()));
  },

  popup: async ({ openPopup }, use) => {
    const popup = await openPopup();
    await connected(popup);
    await use(popup);
  },

  panel: async ({ openPanel }, use) => {
    const panel = await openPanel();
    await connected(panel);
    await use(panel);
  },
});
