import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Launched } from '../browser/launch';
import { CLIPS, IMAGES } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';

const { street, witch, cat } = CLIPS;

test.beforeEach(async ({ pace }) => pace(1, 8));

/** A right click of the person, and then the entry as the browser reports it. */
async function pick(chromium: Launched, page: Page, where: string, entry: string, srcUrl?: string) {
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.session.remove('pointed'));
  await page.locator(where).first().click({ button: 'right' });
  // A person takes longer to pick an entry than the note of what was clicked takes to arrive.
  const noted = () => worker.evaluate(() => chrome.storage.session.get('pointed'));
  await expect.poll(noted).toHaveProperty('pointed');
  await worker.evaluate(
    async ([menuItemId, src, url]) => {
      const [tab] = await chrome.tabs.query({ url });
      const info = src === undefined ? {} : { srcUrl: src };
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(info: object, tab: object | undefined): void };
      };
      onClicked.dispatch({ menuItemId, editable: false, pageUrl: url, ...info }, tab);
    },
    [entry, srcUrl, page.url()] as const,
  );
}

const address = (page: Page, key: string) =>
  page.locator(`video[data-key="${key}"]`).evaluate((video: HTMLVideoElement) => video.currentSrc);

test('a bare video is reshot by the move that was picked', async ({ openFlow, chromium, twin }) => {
  const page = await openFlow();
  const where = `video[data-key="${street.mediaKey}"]`;
  await pick(chromium, page, where, 'move:FORWARD', await address(page, street.mediaKey));
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({
    action: 'reshoot',
    move: 'RESHOOT_MOTION_TYPE_FORWARD',
    mediaIds: [street.mediaId],
  });
});

test('a video under an overlay is upscaled, though the browser names none', async ({
  openFlow,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  await pick(chromium, page, '[data-overlay]', 'upscale');
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({ action: 'upscale', mediaIds: [witch.mediaId] });
});

test('a video under an overlay is reshot, and a bare one upscaled', async ({
  openFlow,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  await pick(chromium, page, '[data-overlay]', 'move:STATIONARY_UP');
  await expect.poll(() => twin.submits.length).toBe(1);
  const { train } = CLIPS;
  const where = `video[data-key="${train.mediaKey}"]`;
  await pick(chromium, page, where, 'upscale', await address(page, train.mediaKey));
  await expect.poll(() => twin.submits.length).toBe(2);
  expect(twin.submits.map(({ action, mediaIds }) => [action, ...mediaIds])).toEqual([
    ['reshoot', witch.mediaId],
    ['upscale', train.mediaId],
  ]);
});

/** The notifications of the extension that offer to take a job back. */
const takeBackIds = async (chromium: Launched): Promise<string[]> => {
  const worker = await chromium.worker();
  const all = await worker.evaluate(() => chrome.notifications.getAll());
  return Object.keys(all).filter((id) => id.startsWith('sent:'));
};

test('what the menu has sent is taken back while it waits', async ({
  openFlow,
  chromium,
  pace,
  twin,
}) => {
  // Long enough for whatever the machine does meanwhile; it waits as long as there is between two jobs.
  await pace(600, 8);
  const page = await openFlow();
  await pick(chromium, page, '[data-overlay]', 'upscale');
  await expect.poll(() => takeBackIds(chromium)).toHaveLength(1);
  const worker = await chromium.worker();
  await worker.evaluate(
    (ids) => {
      const { onButtonClicked } = chrome.notifications as unknown as {
        onButtonClicked: { dispatch(id: string | undefined, button: number): void };
      };
      onButtonClicked.dispatch(ids[0], 0);
    },
    await takeBackIds(chromium),
  );
  await expect.poll(() => takeBackIds(chromium)).toEqual([]);
  const jobs = await chromium.openOwn('popup.html#jobs');
  await expect(jobs.getByText('Cancelled')).toBeVisible();
  expect(twin.submits).toEqual([]);
});

test('what the menu has sent can no longer be taken back once it has gone out', async ({
  openFlow,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  await pick(chromium, page, '[data-overlay]', 'upscale');
  await expect.poll(() => twin.submits.length).toBe(1);
  await expect.poll(() => takeBackIds(chromium)).toEqual([]);
});

test('a video in a shadow root is found', async ({ openFlow, chromium, twin }) => {
  const page = await openFlow();
  await pick(chromium, page, 'twin-clip', 'upscale');
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({ mediaIds: [cat.mediaId] });
});

test('a place without a video gets a sentence, and nothing is sent', async ({
  openFlow,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  await pick(chromium, page, '#title', 'upscale');
  const worker = await chromium.worker();
  const shown = () => worker.evaluate(() => chrome.notifications.getAll());
  await expect.poll(async () => Object.keys(await shown()).length).toBe(1);
  expect(twin.submits).toEqual([]);
});

test('Extend… opens the composer with that clip and sends nothing', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, cat.title);
  await page.bringToFront();
  await pick(chromium, page, '[data-overlay]', 'extend');
  await expect(popup.getByRole('radio', { name: 'Extend' })).toBeChecked();
  await expect(popup.getByRole('radio', { name: `${witch.title},` })).toBeChecked();
  expect(twin.submits).toEqual([]);
});

test('Use as reference puts images of the project into the composer, three at most', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const { coat, lantern, umbrella, sketch } = IMAGES;
  const use = async (key: string, named: boolean) => {
    await page.bringToFront();
    const where = `img[data-key="${key}"]`;
    const src = await page.locator(where).evaluate((image: HTMLImageElement) => image.currentSrc);
    await pick(chromium, page, where, 'reference', named ? src : undefined);
  };
  await use(coat.mediaKey, true);
  await expect(popup.getByRole('radio', { name: 'References' })).toBeChecked();
  await expect(popup.getByRole('button', { name: /^Remove image 1/ })).toBeVisible();
  // Under an overlay the browser names no image: the page's own note of it does.
  await use(lantern.mediaKey, false);
  await expect(popup.getByRole('button', { name: /^Remove image 2/ })).toBeVisible();
  await use(coat.mediaKey, true);
  await use(umbrella.mediaKey, true);
  await expect(popup.getByRole('button', { name: /^Remove image/ })).toHaveCount(3);
  await use(sketch.mediaKey, true);
  const worker = await chromium.worker();
  await expect
    .poll(
      async () => Object.keys(await worker.evaluate(() => chrome.notifications.getAll())).length,
    )
    .toBe(1);
  const { imageIds } = await worker.evaluate(
    async () =>
      ((await chrome.storage.local.get('draft')).draft as { draft: { imageIds: string[] } }).draft,
  );
  expect(imageIds).toEqual([coat.mediaId, lantern.mediaId, umbrella.mediaId]);
  expect(twin.submits).toEqual([]);
});

test('Save saves the clip under its title', async ({ openFlow, chromium, twin }) => {
  const page = await openFlow();
  await pick(chromium, page, '[data-overlay]', 'save');
  await expect
    .poll(() => existsSync(join(chromium.downloads, `${witch.title}.mp4`)), { timeout: 15_000 })
    .toBe(true);
  expect(twin.submits).toEqual([]);
});

test('the menu has the actions and the fourteen moves in two groups', async ({ chromium }) => {
  const worker = await chromium.worker();
  const missing = () =>
    worker.evaluate(async () => {
      const ids = [
        'extend',
        'reshoot',
        'upscale',
        'reference',
        'save',
        'motion',
        'position',
        'move:UP',
        'move:STATIONARY_DOWN',
      ];
      const tries = ids.map(
        (id) =>
          new Promise<string[]>((resolve) => {
            chrome.contextMenus.update(id, { visible: true }, () =>
              resolve(chrome.runtime.lastError ? [id] : []),
            );
          }),
      );
      return (await Promise.all(tries)).flat();
    });
  // The menu is made at the extension's start, which may still go on.
  await expect.poll(missing).toEqual([]);
});
