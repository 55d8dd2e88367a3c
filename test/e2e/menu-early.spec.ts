import type { Page, Worker } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { CLIPS } from '../twin/world';
import { expect, test } from './support/fixtures';

const { witch } = CLIPS;

/** A right click of the user, and then the entry as the browser reports it. */
async function pick(chromium: Launched, page: Page, where: string, entry: string) {
  const worker = await chromium.worker();
  // Nothing is left of a click before, in whose place this one's note may come late.
  await worker.evaluate(() => chrome.storage.session.remove('pointed'));
  await page.locator(where).first().click({ button: 'right' });
  // A user takes longer to pick an entry than the note of what was clicked takes to arrive.
  const noted = () => worker.evaluate(() => chrome.storage.session.get('pointed'));
  await expect.poll(noted).toHaveProperty('pointed');
  await worker.evaluate(
    async ([menuItemId, url]) => {
      const [tab] = await chrome.tabs.query({ url });
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(info: object, tab: object | undefined): void };
      };
      onClicked.dispatch({ menuItemId, editable: false, pageUrl: url }, tab);
    },
    [entry, page.url()] as const,
  );
}

const media = (worker: Worker, change: 'count' | 'clear'): Promise<number> =>
  worker.evaluate(async (what) => {
    const open = indexedDB.open('second-take');
    await new Promise((done) => open.addEventListener('success', done));
    const store = open.result.transaction('media', 'readwrite').objectStore('media');
    const request = what === 'count' ? store.count() : store.clear();
    await new Promise((done) => store.transaction.addEventListener('complete', done));
    open.result.close();
    return request.result ?? 0;
  }, change);

test('a menu that knows nothing yet, or is refused what it needs, does what was picked', async ({
  openFlow,
  chromium,
  pace,
  twin,
}) => {
  await pace(1, 8);
  const page = await openFlow();
  const worker = await chromium.worker();

  await test.step('Extend… opens the composer another way where the popup is refused', async () => {
    await worker.evaluate(() => {
      const { action, sidePanel, tabs, windows } = chrome;
      const own = { openPopup: action.openPopup, open: sidePanel.open };
      const made = { tab: tabs.create, window: windows.create };
      const putBack = () => {
        Object.assign(action, { openPopup: own.openPopup });
        Object.assign(sidePanel, { open: own.open });
        Object.assign(tabs, { create: made.tab });
        Object.assign(windows, { create: made.window });
      };
      Object.assign(globalThis, { putBack });
      const refuse = () => {
        throw new Error('Another popup is already open.');
      };
      Object.assign(action, { openPopup: refuse });
      Object.assign(sidePanel, { open: refuse });
    });
    const opened = chromium.context.waitForEvent('page');
    await pick(chromium, page, '[data-overlay]', 'extend');
    const composer = await opened;
    await expect(composer.getByRole('radio', { name: 'Extend' })).toBeChecked();
    await expect(composer.getByRole('radio', { name: `${witch.title},` })).toBeChecked();

    // Nothing can be opened: a notification says where the choice waits.
    await composer.close();
    await worker.evaluate(() => {
      const refuse = () => {
        throw new Error('No current window');
      };
      Object.assign(chrome.tabs, { create: refuse });
      Object.assign(chrome.windows, { create: refuse });
    });
    await pick(chromium, page, '[data-overlay]', 'extend');
    const shown = () => worker.evaluate(() => chrome.notifications.getAll());
    await expect.poll(async () => Object.keys(await shown()).length).toBe(1);
    expect(twin.submits).toEqual([]);
    await worker.evaluate(() => (globalThis as unknown as { putBack(): void }).putBack());
  });

  await test.step('a tile that shows a clip by its id alone, under its picture, is found', async () => {
    await page.goto(`${twin.pageUrl('elm')}?tiles=redirect`);
    const key = await page
      .locator('[data-redirected]')
      .evaluate((cover) => cover.parentElement?.querySelector('video')?.dataset.key);
    await pick(chromium, page, '[data-redirected]', 'upscale');
    await expect.poll(() => twin.submits.length).toBe(1);
    const wanted = twin.media().find(({ mediaKey }) => mediaKey === key);
    expect(twin.submits[0]).toMatchObject({ action: 'upscale', mediaIds: [wanted?.mediaId] });
  });

  await test.step('Upscale from the menu asks for the tier that the page never said, and sends', async () => {
    await page.goto('about:blank');
    await media(worker, 'clear');
    await page.goto(twin.pageUrl('elm'));
    await expect(page.locator('[data-overlay]')).toBeAttached();
    // As it is in the first second: nothing is known yet of account, tier and clips.
    await expect.poll(() => media(worker, 'count')).toBeGreaterThan(0);
    await worker.evaluate(async () => {
      const { tabs } = await chrome.storage.session.get<{
        tabs: Record<string, Record<string, unknown>>;
      }>('tabs');
      for (const tab of Object.values(tabs)) {
        for (const name of ['tier', 'balance', 'account', 'accountLabel']) delete tab[name];
        tab.signedIn = false;
      }
      await chrome.storage.session.set({ tabs, tokens: {} });
    });
    await media(worker, 'clear');
    await pick(chromium, page, '[data-overlay]', 'upscale');
    await expect.poll(() => twin.submits.length).toBe(2);
    expect(twin.submits[1]).toMatchObject({ action: 'upscale', mediaIds: [witch.mediaId] });
  });
});
