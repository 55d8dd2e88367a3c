import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { CLIPS, IMAGES } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';

const { street, witch, cat, train } = CLIPS;

/** A right click of the user, and then the entry as the browser reports it. */
async function pick(chromium: Launched, page: Page, where: string, entry: string, srcUrl?: string) {
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.session.remove('pointed'));
  await page.locator(where).first().click({ button: 'right' });
  // A user takes longer to pick an entry than the note of what was clicked takes to arrive.
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

const url = (page: Page, key: string) =>
  page.locator(`video[data-key="${key}"]`).evaluate((video: HTMLVideoElement) => video.currentSrc);

/** Ids of the notifications that are there: of all, or of those that offer to take a job back. */
const notifications = async (chromium: Launched, prefix = ''): Promise<string[]> => {
  const worker = await chromium.worker();
  const all = await worker.evaluate(() => chrome.notifications.getAll());
  return Object.keys(all).filter((id) => id.startsWith(prefix));
};

/** The user closes all notifications. */
async function closeNotifications(chromium: Launched): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(
    (ids) => Promise.all(ids.map((id) => chrome.notifications.clear(id))),
    await notifications(chromium),
  );
  await expect.poll(() => notifications(chromium)).toEqual([]);
}

test('the menu sends what was picked for the video under the pointer', async ({
  openFlow,
  chromium,
  pace,
  twin,
}) => {
  await pace(1, 8);
  const page = await openFlow();
  const bare = (key: string) => `video[data-key="${key}"]`;

  await test.step('a bare video is reshot by the move that was picked', async () => {
    const source = await url(page, street.mediaKey);
    await pick(chromium, page, bare(street.mediaKey), 'move:FORWARD', source);
    await expect.poll(() => twin.submits.length).toBe(1);
    expect(twin.submits[0]).toMatchObject({
      action: 'reshoot',
      move: 'RESHOOT_MOTION_TYPE_FORWARD',
      mediaIds: [street.mediaId],
    });
  });

  await test.step('a video under an overlay is upscaled, though the browser names none', async () => {
    await pick(chromium, page, '[data-overlay]', 'upscale');
    await expect.poll(() => twin.submits.length).toBe(2);
    expect(twin.submits[1]).toMatchObject({ action: 'upscale', mediaIds: [witch.mediaId] });
  });

  await test.step('what the menu has sent can no longer be taken back once it has gone out', () =>
    expect.poll(() => notifications(chromium, 'sent:')).toEqual([]));

  await test.step('a video under an overlay is reshot, and a bare one upscaled', async () => {
    await pick(chromium, page, '[data-overlay]', 'move:STATIONARY_UP');
    await expect.poll(() => twin.submits.length).toBe(3);
    const source = await url(page, train.mediaKey);
    await pick(chromium, page, bare(train.mediaKey), 'upscale', source);
    await expect.poll(() => twin.submits.length).toBe(4);
    expect(twin.submits.slice(2).map(({ action, mediaIds }) => [action, ...mediaIds])).toEqual([
      ['reshoot', witch.mediaId],
      ['upscale', train.mediaId],
    ]);
  });

  await test.step('a video in a shadow root is found', async () => {
    await pick(chromium, page, 'twin-clip', 'upscale');
    await expect.poll(() => twin.submits.length).toBe(5);
    expect(twin.submits[4]).toMatchObject({ mediaIds: [cat.mediaId] });
  });

  await test.step('what the menu has sent is taken back while it waits', async () => {
    // From the last one on, longer than whatever the machine does meanwhile.
    await pace(600, 8);
    const before = twin.submits.length;
    await pick(chromium, page, '[data-overlay]', 'move:FORWARD');
    await expect.poll(() => notifications(chromium, 'sent:')).toHaveLength(1);
    await (await chromium.worker()).evaluate(
      (ids) => {
        const { onButtonClicked } = chrome.notifications as unknown as {
          onButtonClicked: { dispatch(id: string | undefined, button: number): void };
        };
        onButtonClicked.dispatch(ids[0], 0);
      },
      await notifications(chromium, 'sent:'),
    );
    await expect.poll(() => notifications(chromium, 'sent:')).toEqual([]);
    const jobs = await chromium.openOwn('popup.html#jobs');
    await expect(jobs.getByText('Cancelled')).toBeVisible();
    expect(twin.submits).toHaveLength(before);
  });
});

/** Entries that the menu of the extension does not have. */
const missing = () => {
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
  return Promise.all(tries).then((each) => each.flat());
};

test('what the menu can do without spending sends nothing', async ({
  openFlow,
  openPopup,
  chromium,
  pace,
  twin,
}) => {
  // What is sent by mistake goes out within a second, and is seen by the steps after.
  await pace(1, 8);
  const worker = await chromium.worker();

  await test.step('the menu has the actions and the fourteen moves in two groups', () =>
    // The menu is made at the extension's start, which may still go on.
    expect.poll(() => worker.evaluate(missing)).toEqual([]));

  const page = await openFlow();

  await test.step('a place without a video gets a sentence, and nothing is sent', async () => {
    await pick(chromium, page, '#title', 'upscale');
    await expect.poll(async () => (await notifications(chromium)).length).toBe(1);
    expect(twin.submits).toEqual([]);
  });

  await test.step('Save saves the clip under its title', async () => {
    await pick(chromium, page, '[data-overlay]', 'save');
    await expect
      .poll(() => existsSync(join(chromium.downloads, `${witch.title}.mp4`)), { timeout: 15_000 })
      .toBe(true);
    expect(twin.submits).toEqual([]);
  });

  const popup = await openPopup();
  await connected(popup);

  await test.step('Extend… opens the composer with that clip and sends nothing', async () => {
    await new Composer(popup).clip(cat.title);
    await page.bringToFront();
    await pick(chromium, page, '[data-overlay]', 'extend');
    await expect(popup.getByRole('radio', { name: 'Extend' })).toBeChecked();
    await expect(popup.getByRole('radio', { name: `${witch.title},` })).toBeChecked();
    expect(twin.submits).toEqual([]);
  });

  await test.step('Use as reference puts images of the project into the composer, three at most', async () => {
    await closeNotifications(chromium);
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
    await expect.poll(async () => (await notifications(chromium)).length).toBe(1);
    const { imageIds } = await worker.evaluate(
      async () =>
        ((await chrome.storage.local.get('draft')).draft as { draft: { imageIds: string[] } })
          .draft,
    );
    expect(imageIds).toEqual([coat.mediaId, lantern.mediaId, umbrella.mediaId]);
    expect(twin.submits).toEqual([]);
  });
});
