import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from '@playwright/test';
import { removeFolder } from '../browsers/remove-folder';
import { startTwin } from '../twin/twin';
import { startBare } from './support/bare-chromium';
import { connected, expect, test } from './support/fixtures';
import { FLOW_SITES } from './support/flow-sites';

const [LABS, FLOW_GOOGLE] = FLOW_SITES;

/** A debugger in the tab keeps Chromium from preparing pages, so it comes once the page is opened. */
test('a page that the browser has prepared is connected as soon as it is opened', async () => {
  const twin = await startTwin();
  const open = twin.holdClick();
  const profile = mkdtempSync(join(tmpdir(), 'second-take-prerender-'));
  const bare = await startBare(twin, profile, LABS.pageUrl(twin, undefined, '?prerender'));
  try {
    const lists = () => twin.calls.filter(({ path }) => path.includes('searchProjectWorkflows'));
    await expect.poll(() => lists().length, { timeout: 30_000 }).toBeGreaterThan(0);
    // A list that is behind another prepares nothing: the second comes once the first has.
    const url = FLOW_GOOGLE.pageUrl(twin, undefined, '?prerender');
    await fetch(`${bare.devtools}/json/new?${url}`, { method: 'PUT' });
    const contents = () => twin.flowGoogle.rpcs().filter(({ name }) => name?.endsWith('Contents'));
    await expect.poll(() => contents().length, { timeout: 30_000 }).toBeGreaterThan(0);
    open();
    const urls = async () => {
      const reply = await fetch(`${bare.devtools}/json/list`);
      return ((await reply.json()) as { url: string }[]).map(({ url }) => url);
    };
    const isOnList = async () => (await urls()).some((url) => url.includes('?prerender'));
    await expect.poll(isOnList).toBe(false);

    const browser = await playwright.connectOverCDP(bare.devtools);
    const [context] = browser.contexts();
    const [worker] = await bare.workers();
    if (!context || !worker) throw new Error('The browser has no window, or the worker is gone.');
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${new URL(worker).host}/popup.html`);
    await connected(popup);
    await expect(popup.getByText('1,540 credits')).toBeVisible();
    await expect(popup.getByRole('group', { name: 'Clip' }).getByRole('radio')).not.toHaveCount(0);
    const known = () =>
      popup.evaluate(async () => {
        const { tabs } = await chrome.storage.session.get('tabs');
        return Object.values(tabs as Record<string, Live>)
          .map(({ site, balance, signedIn }) => [site, balance, signedIn])
          .sort();
      });
    await expect.poll(known).toEqual([
      [FLOW_GOOGLE.name, 1540, true],
      [LABS.name, 1540, true],
    ]);
    // Asked for once, when it was prepared: what was opened is that very page.
    for (const site of FLOW_SITES) {
      const { host, pathname } = new URL(site.pageUrl(twin, 'elm'));
      const asked = twin.calls.filter((call) => call.host === host && call.path === pathname);
      expect(asked).toHaveLength(1);
    }
    await browser.close();
  } finally {
    await bare.close();
    await twin.stop();
    await removeFolder(profile);
  }
});

/** A live tab, as the extension keeps it. */
interface Live {
  readonly site: string;
  readonly balance?: number;
  readonly signedIn: boolean;
}
