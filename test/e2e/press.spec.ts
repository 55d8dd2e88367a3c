import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Display, startDisplay } from '../browsers/display';
import { type Launched, launch } from '../browsers/launch';
import { CLIPS, IMAGES } from '../twin/world';
import { test as base, expect } from './support/fixtures';

const { street, train, witch } = CLIPS;
const bare = (key: string) => `video[data-key="${key}"]`;
const OVERLAY = '[data-overlay]';

/** A screen that nobody sees, and a Chromium on it that a test has for itself. */
const test = base.extend<{ readonly display: Display; readonly visible: Launched }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  display: async ({}, use) => {
    const display = await startDisplay();
    await use(display);
    await display.close();
  },

  visible: async ({ twin, display }, use) => {
    const chromium = await launch({ twin, visible: true, display: display.name });
    await use(chromium);
    await chromium.close();
  },
});

/** URLs of the real popups or side panels: one while it is open. */
const opened = async ({ worker }: Launched, kind: 'POPUP' | 'SIDE_PANEL') =>
  (await worker()).evaluate(
    async (kind) =>
      (await chrome.runtime.getContexts({ contextTypes: [kind] })).map(
        ({ documentUrl }) => documentUrl,
      ),
    kind,
  );

/**
 * Escape, until the popup is gone. Chromium names a popup some 10 ms before it shows it, and a key that
 * comes in between goes to the page beneath: seen in 12 of 25 beside three busy loops.
 */
const closePopup = (display: Display, chromium: Launched) =>
  expect(async () => {
    display.press('Escape');
    await expect.poll(() => opened(chromium, 'POPUP'), { timeout: 500 }).toEqual([]);
  }).toPass({ timeout: 10_000 });

/**
 * A right click, and then keys in the browser's menu. Each step waits for its window: the menu, and
 * one more for each submenu. Notifications are windows too: the menu is opened when there is none.
 *
 * @param rest how many windows there are without menus and notifications
 * @param steps keys, and after each group another submenu is open; after the last the menu is gone
 */
async function pick(
  display: Display,
  rest: number,
  page: Page,
  where: string,
  steps: readonly string[][],
) {
  const target = page.locator(where).first();
  await target.scrollIntoViewIfNeeded();
  const shown = () => display.windows() - rest;
  await expect.poll(shown).toBe(0);
  // It resolves only once the menu is closed.
  const click = target.click({ button: 'right' });
  await expect.poll(shown).toBe(1);
  for (const [index, keys] of steps.entries()) {
    display.press(...keys);
    await expect.poll(shown).toBe(index + 1 < steps.length ? index + 2 : 0);
  }
  await click;
}

/** Ours stands above the developer's entries at the end: Inspect, and of the page its source as well. */
const OURS = ['Up', 'Up', 'Right'];
const OURS_ON_PAGE = ['Up', 'Up', 'Up', 'Right'];
const EXTEND = ['e'];
/** The only one with that letter opens. */
const RESHOOT = [['r'], ['c', 'Right'], ['o', 'Return']];
/** The first of two with that letter. */
const UPSCALE = ['u', 'Return'];
const REFERENCE = ['u', 'u', 'Return'];
const SAVE = ['s'];

test('the browser’s own menu and the keys of the manifest are pressed for real', async ({
  twin,
  display,
  visible: chromium,
}) => {
  // Nothing is done while the test runs: no notification of it comes in between.
  twin.holdWork();
  const popup = `chrome-extension://${chromium.extensionId}/popup.html`;
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm'));
  await expect(page.locator('#credits')).toHaveText(/\d/);
  // The clips that the page has shown are known, and with them what a press means.
  const known = () => worker.evaluate(() => chrome.storage.local.get('menu-prices'));
  await expect.poll(known).toMatchObject({ 'menu-prices': { reshoot: expect.any(Number) } });
  const draft = () =>
    worker.evaluate(async () => {
      const { draft } = await chrome.storage.local.get<{ draft?: { draft: object } }>('draft');
      return draft?.draft;
    });

  const rest = display.windows();

  await test.step('Upscale and Reshoot on a bare video, and both under an overlay, send each once', async () => {
    const cases = [
      [bare(train.mediaKey), [OURS, UPSCALE], 'upscale', train],
      [bare(street.mediaKey), [OURS, ...RESHOOT], 'reshoot', street],
      [OVERLAY, [OURS_ON_PAGE, UPSCALE], 'upscale', witch],
      [OVERLAY, [OURS_ON_PAGE, ...RESHOOT], 'reshoot', witch],
    ] as const;
    for (const [index, [where, steps, action, { mediaId }]] of cases.entries()) {
      await pick(display, rest, page, where, steps);
      await expect.poll(() => twin.submits.length).toBe(index + 1);
      expect(twin.submits[index]).toMatchObject({ action, mediaIds: [mediaId] });
    }
  });

  await test.step('Save saves the file', async () => {
    await pick(display, rest, page, OVERLAY, [OURS_ON_PAGE, SAVE]);
    const file = join(chromium.downloads, `${witch.title}.mp4`);
    await expect.poll(() => existsSync(file)).toBe(true);
  });

  await test.step('Extend… opens the composer with that clip', async () => {
    await pick(display, rest, page, bare(street.mediaKey), [OURS, EXTEND]);
    await expect.poll(draft).toMatchObject({ action: 'extend', clipId: street.mediaId });
    await expect.poll(() => opened(chromium, 'POPUP')).toEqual([popup]);
    await closePopup(display, chromium);
  });

  await test.step('an image becomes a reference', async () => {
    const { mediaKey, mediaId } = IMAGES.coat;
    await pick(display, rest, page, `img[data-key="${mediaKey}"]`, [OURS, REFERENCE]);
    await expect.poll(draft).toMatchObject({ action: 'references', imageIds: [mediaId] });
    await expect.poll(() => opened(chromium, 'POPUP')).toEqual([popup]);
    await closePopup(display, chromium);
  });

  await test.step('Alt Shift S opens the popup, and Alt Shift D the side panel', async () => {
    // A key that Chromium keeps for itself is given to no command, whatever the manifest says.
    const commands = await worker.evaluate(() => chrome.commands.getAll());
    expect(commands.map(({ shortcut }) => shortcut)).toEqual(['Alt+Shift+S', 'Alt+Shift+D']);
    display.press('alt+shift+s');
    await expect.poll(() => opened(chromium, 'POPUP')).toEqual([popup]);
    await closePopup(display, chromium);
    display.press('alt+shift+d');
    const panel = `chrome-extension://${chromium.extensionId}/sidepanel.html`;
    await expect.poll(() => opened(chromium, 'SIDE_PANEL')).toEqual([panel]);
  });

  expect(twin.submits).toHaveLength(4);
});
