import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Display, startDisplay } from '../browsers/display';
import { prepareXvfb } from '../browsers/find-xvfb';
import { type Launched, launch } from '../browsers/launch';
import { CLIPS, IMAGES } from '../twin/world';
import { expect, test } from './support/fixtures';

const { street, train, witch } = CLIPS;
const bare = (key: string) => `video[data-key="${key}"]`;
const OVERLAY = '[data-overlay]';

/** The kinds of pages that the extension has open, and which. */
const contexts = async ({ worker }: Launched) =>
  (await worker()).evaluate(async () =>
    (await chrome.runtime.getContexts({})).map(
      ({ contextType, documentUrl = '' }) => `${contextType} ${new URL(documentUrl).pathname}`,
    ),
  );

/**
 * A right click, and then keys in the browser's menu. Each step waits for its window: the menu, and
 * one more for each submenu.
 *
 * @param steps keys, and after each group another submenu is open; after the last the menu is gone
 */
async function pick(display: Display, page: Page, where: string, steps: readonly string[][]) {
  const target = page.locator(where).first();
  await target.scrollIntoViewIfNeeded();
  const before = display.windows();
  const shown = () => display.windows() - before;
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
}) => {
  prepareXvfb(console.log);
  const display = await startDisplay();
  const chromium = await launch({ twin, visible: true, display: display.name });
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

  await test.step('Upscale and Reshoot on a bare video, and both under an overlay, send each once', async () => {
    const cases = [
      [bare(train.mediaKey), [OURS, UPSCALE], 'upscale', train],
      [bare(street.mediaKey), [OURS, ...RESHOOT], 'reshoot', street],
      [OVERLAY, [OURS_ON_PAGE, UPSCALE], 'upscale', witch],
      [OVERLAY, [OURS_ON_PAGE, ...RESHOOT], 'reshoot', witch],
    ] as const;
    for (const [index, [where, steps, action, { mediaId }]] of cases.entries()) {
      await pick(display, page, where, steps);
      await expect.poll(() => twin.submits.length).toBe(index + 1);
      expect(twin.submits[index]).toMatchObject({ action, mediaIds: [mediaId] });
    }
  });

  await test.step('Save saves the file', async () => {
    await pick(display, page, OVERLAY, [OURS_ON_PAGE, SAVE]);
    const file = join(chromium.downloads, `${witch.title}.mp4`);
    await expect.poll(() => existsSync(file)).toBe(true);
  });

  await test.step('Extend… opens the composer with that clip', async () => {
    await pick(display, page, bare(street.mediaKey), [OURS, EXTEND]);
    await expect.poll(draft).toMatchObject({ action: 'extend', clipId: street.mediaId });
    await expect.poll(() => contexts(chromium)).toContain('POPUP /popup.html');
    display.press('Escape');
    await expect.poll(() => contexts(chromium)).not.toContain('POPUP /popup.html');
  });

  await test.step('an image becomes a reference', async () => {
    const { mediaKey, mediaId } = IMAGES.coat;
    await pick(display, page, `img[data-key="${mediaKey}"]`, [OURS, REFERENCE]);
    await expect.poll(draft).toMatchObject({ action: 'references', imageIds: [mediaId] });
    await expect.poll(() => contexts(chromium)).toContain('POPUP /popup.html');
    display.press('Escape');
    await expect.poll(() => contexts(chromium)).not.toContain('POPUP /popup.html');
  });

  await test.step('Alt Shift S opens the popup, and Alt Shift P the side panel', async () => {
    display.press('alt+shift+s');
    await expect.poll(() => contexts(chromium)).toContain('POPUP /popup.html');
    display.press('Escape');
    await expect.poll(() => contexts(chromium)).not.toContain('POPUP /popup.html');
    display.press('alt+shift+p');
    await expect.poll(() => contexts(chromium)).toContain('SIDE_PANEL /sidepanel.html');
  });

  expect(twin.submits).toHaveLength(4);
  await chromium.close();
  await display.close();
});
