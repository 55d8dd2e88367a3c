import { CLIPS, PROJECTS } from '../twin/world';
import { connected, expect, test } from './fixtures';

const WAYS = [
  'fetch-string',
  'fetch-url',
  'fetch-request',
  'headers-object',
  'headers-array',
  'headers-headers',
  'xhr',
];

for (const way of WAYS)
  test(`the live session is seen when the page calls by ${way}`, async ({
    openFlow,
    openPopup,
    chromium,
  }) => {
    const page = await openFlow('elm', `?calls=${way}`);
    const popup = await openPopup();
    await connected(popup);
    await expect(popup.getByText('Ultra')).toBeVisible();
    await expect(popup.getByText('1,540 credits')).toBeVisible();
    await expect(popup.getByRole('radio', { name: /landscape|portrait/ })).toHaveCount(7);

    // The page's own session id, from its own submit, replaces the one made from its start.
    const own = await page.evaluate(() => {
      const { sessionId } = (window as unknown as { __page: { sessionId: string } }).__page;
      return sessionId;
    });
    await page.locator('#generate').click();
    await expect(page.locator('#progress')).toContainText('Done', { timeout: 30_000 });
    const worker = await chromium.worker();
    const tabs = () => worker.evaluate(() => chrome.storage.session.get('tabs'));
    await expect.poll(async () => JSON.stringify(await tabs())).toContain(own);
    const errors = await page.evaluate(
      () => (window as unknown as { __page: { errors: unknown[] } }).__page.errors,
    );
    expect(errors).toEqual([]);
  });

test('the project follows single-page navigation, back included', async ({
  openFlow,
  openPopup,
}) => {
  const page = await openFlow('elm');
  const popup = await openPopup();
  await connected(popup);
  await page.locator('.brand').click();
  await expect(popup.getByRole('heading', { name: 'Choose a project' })).toBeVisible();
  await page.locator('.projects').getByText(PROJECTS.harbour.title).click();
  await connected(popup, PROJECTS.harbour.title);
  await expect(popup.getByRole('radio', { name: new RegExp(CLIPS.boat.title) })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await connected(popup, PROJECTS.elm.title);
});

test('a locale in the address changes nothing', async ({ chromium, twin, openPopup }) => {
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm', 'zh'));
  await connected(await openPopup());
});

test('the session ends when the tab leaves Flow, and when it closes', async ({
  openFlow,
  openPopup,
  chromium,
}) => {
  const page = await openFlow('elm');
  const other = await openFlow('harbour');
  const popup = await openPopup();
  await connected(popup, PROJECTS.harbour.title);
  await other.close();
  await connected(popup, PROJECTS.elm.title);
  await page.goto('about:blank');
  await expect(popup.getByRole('heading', { name: 'Open Flow to begin' })).toBeVisible();
  const worker = await chromium.worker();
  const tokens = () => worker.evaluate(() => chrome.storage.session.get('tokens'));
  await expect.poll(tokens).toEqual({ tokens: {} });
});

test('a page that was open before the extension is offered to be reloaded', async ({
  openFlow,
  openPopup,
  chromium,
}) => {
  const { context, extensionId } = chromium;
  // Switched off, the page opens without it; switched on again, it comes after the page.
  const switches = await context.newPage();
  await switches.goto('chrome://extensions');
  const turn = (on: boolean) =>
    switches.evaluate(([id, enabled]) => chrome.management.setEnabled(id, enabled), [
      extensionId,
      on,
    ] as const);
  await turn(false);
  await openFlow('elm');
  await turn(true);
  const popup = await openPopup();
  await expect(popup.getByRole('heading', { name: 'Reload the Flow page once' })).toBeVisible();
  await popup.getByRole('button', { name: 'Reload the page' }).click();
  await connected(popup);
});

test('signed out, no project and an empty project each name the next step', async ({
  openPopup,
  chromium,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await page.goto(`${twin.pageUrl('elm')}?as=nobody`);
  const popup = await openPopup();
  await expect(popup.getByRole('heading', { name: 'Sign in to Flow' })).toBeVisible();
  await page.goto(`${twin.pageUrl()}?as=ada@example.com`);
  await expect(popup.getByRole('heading', { name: 'Choose a project' })).toBeVisible();
  await page.goto(twin.pageUrl('empty'));
  await expect(popup.getByRole('heading', { name: 'No clips in this project yet' })).toBeVisible();
  await page.goto(twin.pageUrl('elm'));
  await connected(popup);
});
