import type { Page } from '@playwright/test';
import { ADA, CLIPS, IMAGES } from '../twin/world';
import { connected, expect, test } from './support/fixtures';

const { street } = CLIPS;

/** Lets a tile of the page play its clip from the page's own redirecting URL. */
const redirected = (page: Page, key: string): Promise<string> =>
  page.locator(`video[data-key="${key}"]`).evaluate(async (video: HTMLVideoElement, name) => {
    video.preload = 'metadata';
    video.src = `/fx/api/trpc/media.getMediaUrlRedirect?name=${name}`;
    await new Promise((resolve) => video.addEventListener('loadedmetadata', resolve));
    return `${video.currentSrc} ${video.duration > 0}`;
  }, key);

test('what Flow answers in another way than usual is taken for what it is', async ({
  page,
  popup,
  composer,
  chromium,
  pace,
  twin,
}) => {
  await pace(1, 8);

  await test.step('an image that was uploaded can be a reference', async () => {
    await composer.action('References');
    await composer.images(IMAGES.sketch.title);
    await popup.getByLabel('What happens').fill('The sketch comes alive');
    await composer.button(/^Make 1 take/).click();
    await expect.poll(() => twin.submits.length).toBe(1);
    expect(twin.submits[0]?.mediaIds).toEqual([IMAGES.sketch.mediaId]);
  });

  await test.step('a right click finds a clip whose address only redirects to its file', async () => {
    await page.bringToFront();
    const { mediaKey, mediaId } = street;
    const before = twin.calls.length;
    expect(await redirected(page, mediaKey)).toBe(
      `https://labs.google/fx/api/trpc/media.getMediaUrlRedirect?name=${mediaKey} true`,
    );
    const calls = twin.calls.slice(before);
    expect(calls.some(({ host }) => host === 'flow-content.google')).toBe(true);
    const worker = await chromium.worker();
    await worker.evaluate(() => chrome.storage.session.remove('pointed'));
    await page.locator(`video[data-key="${mediaKey}"]`).click({ button: 'right' });
    const noted = () => worker.evaluate(() => chrome.storage.session.get('pointed'));
    await expect.poll(noted).toHaveProperty('pointed');
    await worker.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(info: object, tab: object | undefined): void };
      };
      onClicked.dispatch({ menuItemId: 'upscale', editable: false, pageUrl: url }, tab);
    }, page.url());
    await expect.poll(() => twin.submits.length).toBe(2);
    expect(twin.submits[1]).toMatchObject({ action: 'upscale', mediaIds: [mediaId] });
  });

  await test.step('an account of a tier that is not known here sends its own word, at an unknown price', async () => {
    for (const account of twin.accounts)
      if (account.email === ADA.email) account.tier = 'PAYGATE_TIER_ZERO';
    await page.reload();
    await expect(popup.getByText('Other plan')).toBeVisible();
    await connected(popup);
    await popup.bringToFront();
    await composer.action('Reshoot');
    await composer.clip(street.title);
    await composer.moves('Dolly in');
    await composer.button(/^Reshoot 1 move · price unknown$/).click();
    await expect.poll(() => twin.submits.length).toBe(3);
    expect(twin.submits[2]).toMatchObject({
      modelKey: 'veo_3_0_reshoot_landscape',
      body: { clientContext: { userPaygateTier: 'PAYGATE_TIER_ZERO' } },
    });
    for (const account of twin.accounts) if (account.email === ADA.email) account.tier = ADA.tier;
  });

  await test.step('a session that has run out is said as such, and stays said until a new sign-in', async () => {
    const body = {
      user: { name: ADA.name, email: ADA.email },
      expires: '2025-12-08T04:48:36.000Z',
      access_token: `ya29.${'dead'.repeat(20)}`,
      error: 'ACCESS_TOKEN_REFRESH_NEEDED',
    };
    const signInAgain = twin.answerWith('session', { status: 200, body }, Number.POSITIVE_INFINITY);
    await page.reload();
    const card = popup.getByRole('region', { name: 'The page’s session has run out' });
    await expect(card).toContainText('Sign out there and sign in again');
    await popup.reload();
    await expect(card).toBeVisible();
    await expect(popup.getByText('Session has run out', { exact: true })).toBeVisible();
    signInAgain();
    await page.goto(`${twin.pageUrl('elm')}?as=${ADA.email}`);
    await connected(popup);
    await expect(card).toBeHidden();
  });

  await test.step('an account that is not let in is told so, and not that it has moved', async () => {
    await page.goto('https://flow.google.com/about');
    const card = popup.getByRole('region', { name: 'Google does not let this account in' });
    await expect(card.getByRole('button')).toHaveText(['Open the new Flow']);
    await page.goto('https://flow.google.com/');
    await expect(popup.getByRole('region', { name: 'Choose a project' })).toBeVisible();
    expect(chromium.context.pages().length).toBeGreaterThan(1);
  });
});
