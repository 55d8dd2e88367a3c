import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { type Door, HOSTS } from '../twin/door';
import { EXTENSION, type Launched, type LaunchOptions, launched, startChromium } from './launch';
import { removeFolder } from './remove-folder';

/** What may differ from one kept browser to the next. */
export type Kind = Pick<LaunchOptions, 'language' | 'colorScheme' | 'screen' | 'showsScrollBars'>;

/** One Chromium for many tests, each of which finds it as after its first start. */
export interface KeptChromium {
  /** Installs the extension. */
  begin(): Promise<Launched>;
  /** Takes away all that a test did: pages, the extension with everything it stored, files, sites. */
  clean(): Promise<void>;
  /** Whether a test did what cannot be taken away, so that the next one needs another browser. */
  isSpent(): boolean;
  close(): Promise<void>;
}

/**
 * Starts a Chromium that is told over DevTools when to install and remove the extension. Removing it
 * is the browser's own way of forgetting everything about it (storage, databases, alarms, rules,
 * menus, badge, worker), and it answers once that is done; installed again it starts anew.
 */
export async function keepChromium(door: Door, kind: Kind): Promise<KeptChromium> {
  const started = await startChromium(
    { ...kind, twin: door },
    { args: ['--enable-unsafe-extension-debugging'], ignoreDefaultArgs: ['--disable-extensions'] },
  );
  const { context, downloads } = started;
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('This Chromium cannot be asked for its extensions.');
  let extensionId: string | undefined;
  const forgetScripts = noteScripts(context);
  const isSpent = noteClock(context);
  return {
    async begin() {
      const woken = context.waitForEvent('serviceworker');
      const { id } = await devtools.send('Extensions.loadUnpacked', { path: EXTENSION });
      extensionId = id;
      await woken;
      return launched(started, id);
    },
    async clean() {
      await forgetScripts();
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.setOffline(false);
      await context.clearPermissions();
      context.setDefaultTimeout(0);
      if (extensionId !== undefined)
        await forgetDownloads(context, `chrome-extension://${extensionId}/`);
      const page = await onlyPage(context);
      if (extensionId !== undefined)
        await devtools.send('Extensions.uninstall', { id: extensionId });
      extensionId = undefined;
      await forgetSites(context, page);
      await removeFolder(downloads);
      mkdirSync(downloads);
    },
    isSpent,
    close: started.close,
  };
}

/** Scripts that a test puts into all pages, which Playwright itself keeps with the browser. */
function noteScripts(context: BrowserContext): () => Promise<void> {
  const scripts: { dispose(): Promise<void> }[] = [];
  const add = context.addInitScript.bind(context);
  const noted: typeof context.addInitScript = async (...script) => {
    const added = await add(...script);
    scripts.push(added);
    return added;
  };
  Object.assign(context, { addInitScript: noted });
  return async () => {
    for (const script of scripts.splice(0)) await script.dispose();
  };
}

/**
 * A clock that a test holds is that of all pages of the browser, also of those opened later, and
 * Playwright has no way of giving it back.
 */
function noteClock({ clock }: BrowserContext): () => boolean {
  let isHeld = false;
  const install = clock.install.bind(clock);
  const noted: typeof clock.install = (options) => {
    isHeld = true;
    return install(options);
  };
  Object.assign(clock, { install: noted });
  return () => isHeld;
}

/** Closes all pages but an empty one: without any the browser would end. */
async function onlyPage(context: BrowserContext): Promise<Page> {
  const before = context.pages();
  const page = before.find((each) => each.url() === 'about:blank') ?? (await context.newPage());
  await Promise.all(before.map((each) => each !== page && each.close()));
  return page;
}

/** The list of downloads is the browser's own: the extension can empty it, and does not take it along. */
async function forgetDownloads(context: BrowserContext, own: string): Promise<void> {
  const forget = async () => {
    for (const { id, state } of await chrome.downloads.search({}))
      if (state === 'in_progress') await chrome.downloads.cancel(id);
    await chrome.downloads.erase({});
  };
  const worker = context.serviceWorkers().find((each) => each.url().startsWith(own));
  // One that is just being stopped does not answer.
  const isForgotten = await worker?.evaluate(forget).then(
    () => true,
    () => false,
  );
  if (isForgotten !== true) await (await ownPage(context, own)).evaluate(forget);
}

/**
 * A page of the extension that has the extension's API: seen twice without it, once with the name and no
 * value behind it; cause not known.
 */
async function ownPage(context: BrowserContext, own: string): Promise<Page> {
  const hasApi = (page: Page) =>
    page.evaluate(() => chrome.downloads.search !== undefined).catch(() => false);
  const page = await context.newPage();
  for (let tries = 0; tries < 5; tries += 1) {
    await page.goto(`${own}manifest.json`);
    if (await hasApi(page)) return page;
  }
  throw new Error('No page of the extension has its API.');
}

async function forgetSites(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await context.clearCookies();
  await devtools.send('Network.clearBrowserCache');
  for (const host of HOSTS)
    await devtools.send('Storage.clearDataForOrigin', {
      origin: `https://${host}`,
      storageTypes: 'all',
    });
  await devtools.detach();
}
