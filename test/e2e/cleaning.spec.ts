import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { createBrowsers } from '../browsers/browsers';
import type { Launched } from '../browsers/launch';
import { readRecords } from '../states/store';
import { startTwin, type Twin } from '../twin/twin';
import { connected, expect, startedAt, test } from './support/fixtures';
import { expectState, reshoot } from './support/truth';

/** All that a browser can remember of a test, as the extension, a page of Flow and the disk tell it. */
async function remembered({ context, extensionId, worker, downloads }: Launched, twin: Twin) {
  const { length: asked } = twin.calls;
  const pages = context.pages().map((page) => page.url());
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/manifest.json`);
  // The worker makes its database in its own time.
  const version = () =>
    own.evaluate(
      async () => (await indexedDB.databases()).find(({ name }) => name === 'second-take')?.version,
    );
  await expect.poll(version).toBeGreaterThanOrEqual(10);
  // It is ready a little later: the last that it notes is up to when the user was told of ends.
  const noted = () => own.evaluate(async () => Object.keys(await chrome.storage.session.get()));
  await expect.poll(noted).toContain('told');
  const extension = await own.evaluate(async () => ({
    local: Object.keys(await chrome.storage.local.get()),
    session: Object.keys(await chrome.storage.session.get()),
    page: { ...localStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    // A worker that has just started holds its own one until it has looked for work.
    alarms: (await chrome.alarms.getAll()).filter(({ name }) => name !== 'wake'),
    badge: await chrome.action.getBadgeText({}),
    popup: await chrome.action.getPopup({}),
    panel: await chrome.sidePanel.getOptions({}),
    notifications: await chrome.notifications.getAll(),
    rules: await chrome.declarativeNetRequest.getSessionRules(),
    downloads: await chrome.downloads.search({}),
    windows: (await chrome.windows.getAll()).length,
    entry: await chrome.contextMenus.update('left', {}).catch(String),
    clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as never })).state,
  }));
  const records = await Promise.all(
    (['jobs', 'ledger', 'media'] as const).map((table) => own.evaluate(readRecords, table)),
  );
  const flow = await context.newPage();
  await flow.goto(twin.pageUrl());
  const site = await flow.evaluate(async () => ({
    page: { ...localStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    script: Object.hasOwn(window, 'left'),
    isOnline: navigator.onLine,
  }));
  const cookies = twin.calls.slice(asked).find(({ path }) => path.endsWith('/flow'))
    ?.headers.cookie;
  const module = await (await worker()).evaluate(() => Object.hasOwn(globalThis, 'left'));
  await flow.close();
  await own.close();
  return { asked, pages, extension, records, site, cookies, module, files: readdirSync(downloads) };
}

/** Parts that are the same before and after. */
const untouched = (before: object, after: object): string[] => {
  const others = new Map(Object.entries(after));
  return Object.entries(before).flatMap(([part, value]) =>
    isDeepStrictEqual(value, others.get(part)) ? [part] : [],
  );
};

/** Leaves something in every place that a page has of its own. */
const fillSite = (page: Page) =>
  page.evaluate(async () => {
    localStorage.setItem('left', 'yes');
    await (await caches.open('left')).put('https://labs.google/left', new Response('left'));
    const open = indexedDB.open('left');
    await new Promise((done) => open.addEventListener('success', done));
    // Left open, as a page does.
  });

/** A run through the extension, broken off in the middle, and more than it would leave itself. */
async function fill(chromium: Launched, twin: Twin): Promise<void> {
  const { context } = chromium;
  const flow = await context.newPage();
  await flow.goto(`${twin.pageUrl('elm')}?as=ben@example.com`);
  await flow.goto(twin.pageUrl('elm'));
  await flow.goto(`${twin.pageUrl('elm')}?as=ada@example.com`);
  const popup = await chromium.openOwn('popup.html');
  await connected(popup);
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Running');
  await context.addInitScript(() => Object.assign(window, { left: true }));
  await context.grantPermissions(['clipboard-read']);
  await fillSite(flow);
  await fillSite(popup);
  twin.holdFiles();
  await (await chromium.worker()).evaluate(
    async (url) => {
      Object.assign(globalThis, { left: true });
      await chrome.storage.local.set({ left: true });
      await chrome.storage.session.set({ left: true });
      await chrome.alarms.create('left', { periodInMinutes: 0.5 });
      await chrome.action.setBadgeText({ text: 'left' });
      await chrome.action.setPopup({ popup: 'popup.html#left' });
      await chrome.sidePanel.setOptions({ path: 'sidepanel.html#left' });
      await chrome.windows.create({ url: 'about:blank' });
      chrome.contextMenus.create({ id: 'left', title: 'left' });
      await chrome.contextMenus.update('upscale', { title: 'left' });
      await chrome.notifications.create('left', {
        ...{ type: 'basic', title: 'left', message: 'left' },
        iconUrl: chrome.runtime.getURL('/icon/128.png'),
      });
      await chrome.declarativeNetRequest.updateSessionRules({
        addRules: [
          { id: 99, condition: { urlFilter: 'left' }, action: { type: 'block' as never } },
        ],
      });
      await chrome.downloads.download({ url, filename: 'left/here.mp4' });
    },
    await flow
      .locator('video')
      .first()
      .evaluate((video: HTMLVideoElement) => video.currentSrc),
  );
  await expect.poll(() => readdirSync(chromium.downloads)).toEqual(['left']);
}

test('a browser that went through a test is, for the next one, as after its first start', async () => {
  const browsers = await createBrowsers();
  const begin = async () => {
    const twin = await startTwin({}, await browsers.door());
    twin.holdWork();
    return { twin, chromium: await browsers.begin({}) };
  };
  try {
    const first = await begin();
    const fresh = await remembered(first.chromium, first.twin);
    const before = await startedAt(await first.chromium.worker());
    await fill(first.chromium, first.twin);
    const left = await remembered(first.chromium, first.twin);
    expect(untouched(fresh.extension, left.extension)).toEqual([]);
    expect(untouched(fresh, left)).toEqual([]);
    await first.chromium.context.setOffline(true);
    await browsers.end();
    await first.twin.stop();
    const second = await begin();
    expect(await remembered(second.chromium, second.twin)).toEqual(fresh);
    expect(await startedAt(await second.chromium.worker())).toBeGreaterThan(before);
  } finally {
    await browsers.close();
  }
});
