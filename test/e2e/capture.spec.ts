import type { Page } from '@playwright/test';
import { readRecords } from '../states/store';
import { CLIPS, PROJECTS } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import { ownRpcs } from './support/flow-google';
import { creditsNow, FLOW_SITES, goTo } from './support/flow-sites';
import { generate } from './support/page-generates';

const WAYS = [
  'fetch-string',
  'fetch-url',
  'fetch-request',
  'headers-object',
  'headers-array',
  'headers-headers',
  'xhr',
];

interface Flow {
  readonly __page: { readonly sessionId: string; readonly errors: readonly unknown[] };
}

/** A live tab, as the extension keeps it. */
interface Known {
  readonly balance?: number;
  readonly tier?: string;
}

/** Clips and images of the first project on flow.google.com. */
const MEDIA_THERE = 14;

const heading = (popup: Page, name: string) => popup.getByRole('heading', { name });

test('the live session is seen in whatever way the page calls', async ({
  openPopup,
  chromium,
  twin,
}) => {
  const page = await chromium.context.newPage();
  const popup = await openPopup();
  const worker = await chromium.worker();
  const tabs = async () =>
    JSON.stringify(await worker.evaluate(() => chrome.storage.session.get('tabs')));
  /** What the page itself has generated so far, for 10 credits each. */
  const balance = (made: number) => popup.getByText(`1,${540 - 10 * made} credits`);
  const clips = popup.getByRole('radio', { name: /landscape|portrait/ });

  for (const [made, way] of WAYS.entries())
    await test.step(`the live session is seen when the page calls by ${way}`, async () => {
      await page.goto(`${twin.pageUrl('elm')}?calls=${way}`);
      await expect(page.locator('video[data-key]').first()).toBeAttached();
      await connected(popup);
      await expect(popup.getByText('Ultra')).toBeVisible();
      await expect(balance(made)).toBeVisible();
      await expect(clips).toHaveCount(7 + made);

      // The page's own session id, from its own submit, replaces the one made from its start.
      const own = await page.evaluate(() => (window as unknown as Flow).__page.sessionId);
      await generate(page);
      await expect.poll(tabs).toContain(own);
      // Nobody knew of these before.
      await expect(balance(made + 1)).toBeVisible();
      await expect(clips).toHaveCount(8 + made);
      expect(await page.evaluate(() => (window as unknown as Flow).__page.errors)).toEqual([]);
      // The next one begins without a page of Flow and without a session.
      await page.goto('about:blank');
      await expect(heading(popup, 'Open Flow to begin')).toBeVisible();
      await expect.poll(tabs).toBe('{"tabs":{}}');
    });
});

test('on flow.google.com all that is known is seen while nobody looks, in whatever way the page calls', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const [, site] = FLOW_SITES;
  const page = await chromium.context.newPage();
  const worker = await chromium.worker();
  const known = async () => {
    const { tabs } = await worker.evaluate(() => chrome.storage.session.get('tabs'));
    const [{ balance, tier } = {}] = Object.values(tabs as Record<string, Known>);
    const media = await worker.evaluate(readRecords, 'media' as const);
    const pageJobs = await worker.evaluate(readRecords, 'pageJobs' as const);
    return { balance, tier, media: media.length, pageJobs: pageJobs.length };
  };
  const truth = () => twin.accounts[0]?.balance;

  for (const [made, way] of WAYS.entries())
    await test.step(`the page’s own calls are seen when it calls by ${way}`, async () => {
      await goTo(page, twin, site, { query: `?calls=${way}` });
      // A page begins with nothing known of it; the clips and images of its project are kept.
      await expect.poll(known).toEqual({
        ...{ balance: truth(), tier: 'ultra', media: MEDIA_THERE + made, pageJobs: made },
      });
      await generate(page);
      await expect.poll(known).toEqual({
        ...{ balance: truth(), tier: 'ultra', media: MEDIA_THERE + made + 1, pageJobs: made + 1 },
      });
      expect(await page.evaluate(() => (window as unknown as Flow).__page.errors)).toEqual([]);
    });

  await test.step('nothing was asked for that, and a view has it all', async () => {
    expect(await ownRpcs(twin, page)).toEqual([]);
    const popup = await openPopup();
    await connected(popup);
    await expect(popup.locator('header')).toContainText(creditsNow(twin));
  });
});

test('the session follows the user from page to page, and ends with the last', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
}) => {
  const { context, extensionId } = chromium;
  const page = await context.newPage();
  await page.goto(`${twin.pageUrl('elm')}?as=nobody`);
  const popup = await openPopup();

  await test.step('signed out, no project and an empty project each name the next step', async () => {
    await expect(heading(popup, 'Sign in to Flow')).toBeVisible();
    await page.goto(`${twin.pageUrl()}?as=ada@example.com`);
    await expect(heading(popup, 'Choose a project')).toBeVisible();
    await page.goto(twin.pageUrl('empty'));
    await expect(heading(popup, 'No clips in this project yet')).toBeVisible();
    await page.goto(twin.pageUrl('elm'));
    await connected(popup);
  });

  await test.step('the project follows single-page navigation, back included', async () => {
    await page.bringToFront();
    await page.locator('.brand').click();
    await expect(heading(popup, 'Choose a project')).toBeVisible();
    await page.locator('.projects').getByText(PROJECTS.harbour.title).click();
    await connected(popup, PROJECTS.harbour.title);
    await expect(popup.getByRole('radio', { name: new RegExp(CLIPS.boat.title) })).toBeVisible();
    await page.goBack();
    await page.goBack();
    await connected(popup, PROJECTS.elm.title);
  });

  const worker = await chromium.worker();
  const tokens = () => worker.evaluate(() => chrome.storage.session.get('tokens'));
  const leave = async () => {
    await page.goto('about:blank');
    await expect(heading(popup, 'Open Flow to begin')).toBeVisible();
    await expect.poll(tokens).toEqual({ tokens: {} });
  };

  await test.step('the session ends when the tab leaves Flow, and when it closes', async () => {
    const other = await openFlow('harbour');
    await connected(popup, PROJECTS.harbour.title);
    await other.close();
    await connected(popup, PROJECTS.elm.title);
    await leave();
  });

  await test.step('a locale in the address changes nothing', async () => {
    await page.goto(twin.pageUrl('elm', 'zh'));
    await connected(popup);
  });

  await test.step('a page that was open before the extension is offered to be reloaded', async () => {
    await leave();
    // Switched off, the page opens without it; switched on again, it comes after the page.
    const switches = await context.newPage();
    await switches.goto('chrome://extensions');
    const turn = (on: boolean) =>
      switches.evaluate(([id, enabled]) => chrome.management.setEnabled(id, enabled), [
        extensionId,
        on,
      ] as const);
    await turn(false);
    await page.goto(twin.pageUrl('elm'));
    await expect(page.locator('video[data-key]').first()).toBeAttached();
    await turn(true);
    const late = await openPopup();
    await expect(heading(late, 'Reload the Flow page once')).toBeVisible();
    await late.getByRole('button', { name: 'Reload the page' }).click();
    await connected(late);
  });
});
