import { test as base, expect, type Page, type Worker } from '@playwright/test';
import { type Browsers, createBrowsers } from '../../browsers/browsers';
import type { Kind } from '../../browsers/kept-chromium';
import type { Launched } from '../../browsers/launch';
import { startTwin, type Twin, type TwinOptions } from '../../twin/twin';
import { Composer } from './composer';

interface Fixtures {
  /** What the twin is like in this test. */
  readonly twinOptions: TwinOptions;
  /** What the browser is like in this test. */
  readonly launchWith: Kind;
  readonly twin: Twin;
  readonly chromium: Launched;
  /** Opens a page of Flow and waits until it has shown its clips. */
  readonly openFlow: (project?: string, search?: string) => Promise<Page>;
  /** A page of Flow of the first project that shows its clips: what most tests begin with. */
  readonly page: Page;
  /** The popup in a tab of its own, connected to that page. */
  readonly popup: Page;
  readonly composer: Composer;
  /** The popup in a tab of its own, as wide as the real one. */
  readonly openPopup: () => Promise<Page>;
  /** The side panel in a tab of its own. */
  readonly openPanel: () => Promise<Page>;
  /** Sets the pace, so that a test need not wait ten seconds between two submits. */
  readonly pace: (gapSeconds: number, atOnce: number) => Promise<void>;
}

/**
 * Each test finds the browser as after its first start with the extension just installed, and a twin
 * that nobody has asked yet. All tests that one process of Playwright runs have the same Chromium;
 * it is cleaned after each. After a failure Playwright ends that process, and the browser with it.
 * A test whose browser must be its own starts one with `launch` and leaves `chromium` alone.
 */
export const test = base.extend<Fixtures, { readonly browsers: Browsers }>({
  twinOptions: [{}, { option: true }],
  launchWith: [{}, { option: true }],

  browsers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const browsers = await createBrowsers();
      await use(browsers);
      await browsers.close();
    },
    { scope: 'worker' },
  ],

  twin: async ({ browsers, twinOptions }, use) => {
    const twin = await startTwin(twinOptions, await browsers.door());
    await use(twin);
    await twin.stop();
  },

  // After the twin: the browser that begins for this test meets this test's twin only.
  chromium: async ({ browsers, twin: _, launchWith }, use, about) => {
    await use(await browsers.begin(launchWith));
    if (about.status === about.expectedStatus) await browsers.end();
  },

  openFlow: async ({ twin, chromium }, use) => {
    await use(async (project = 'elm', search = '') => {
      const page = await chromium.context.newPage();
      await page.goto(twin.pageUrl(project) + search);
      await expect(page.locator('video[data-key]').first()).toBeAttached();
      return page;
    });
  },

  page: async ({ openFlow }, use) => use(await openFlow()),

  popup: async ({ page: _, openPopup }, use) => {
    const popup = await openPopup();
    await connected(popup);
    await use(popup);
  },

  composer: async ({ popup }, use) => use(new Composer(popup)),

  openPopup: async ({ chromium }, use) => {
    await use(() => chromium.openOwn('popup.html'));
  },

  openPanel: async ({ chromium }, use) => {
    await use(async () => {
      const panel = await chromium.openOwn('sidepanel.html');
      await panel.setViewportSize({ width: 420, height: 800 });
      return panel;
    });
  },

  pace: async ({ chromium }, use) => {
    await use(async (gapSeconds, atOnce) => {
      const worker = await chromium.worker();
      await worker.evaluate((settings) => chrome.storage.local.set({ settings }), {
        gapSeconds,
        atOnce,
      });
    });
  },
});

export { expect };

/** Waits until the popup is connected to that project. */
export const connected = (popup: Page, project = 'Elm Street, dusk') =>
  expect(popup.getByRole('status').filter({ hasText: project })).toContainText('Connected');

/** Whether two handles stand for the same start of the worker. */
export const startedAt = (worker: Worker): Promise<number> =>
  worker.evaluate(() => performance.timeOrigin);
