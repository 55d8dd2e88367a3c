import type { Page } from '@playwright/test';
import { CLIPS, IMAGES } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { openFlowGoogle, ownRpcs, pressInFlow } from './support/flow-google';

const { street, train } = CLIPS;
const PROMPT = 'The lamps go out one by one';

const rows = (popup: Page) => popup.locator('.job');
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('on flow.google.com what is written here is opened in Flow, and recognised when its user presses there', async ({
  chromium,
  twin,
  openPopup,
}) => {
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openFlowGoogle(chromium, twin);
  const popup = await openPopup();
  await connected(popup);
  const composer = new Composer(popup);
  let finish = () => {};

  await test.step('why Reshoot is not offered is said, in the place of a form', async () => {
    await composer.action('Reshoot');
    await expect(
      popup.getByRole('heading', { name: 'Reshoot is not offered on flow.google.com' }),
    ).toBeVisible();
  });

  await test.step('Extend says what Flow will do and what it costs, and wants its words first', async () => {
    await composer.action('Extend');
    await composer.clip(street.title);
    await expect(popup.getByText('the last 24 frames')).toBeVisible();
    await expect(popup.getByText('takes clips of Veo only')).toBeVisible();
    const open = popup.getByRole('button', { name: 'Open in Flow · 5 credits' });
    await open.click();
    await expect(popup.getByText('Write what happens.')).toBeVisible();
    await composer.prompt('What happens next', PROMPT);
    await open.click();
  });

  await test.step('its clip is open in Flow, its words are in the clipboard, and it waits', async () => {
    await expect(page).toHaveURL(new RegExp(`/edit/${street.workflowId}$`));
    await expect(page.locator('.editor')).toBeVisible();
    expect(await pasted(page)).toBe(PROMPT);
    await popup.bringToFront();
    await expect(rows(popup)).toHaveCount(1);
    await expect(rows(popup).locator('.state')).toContainText('Press Generate in Flow');
  });

  await test.step('the press in Flow takes its place, and is followed to its end', async () => {
    await page.locator('#prompt').fill(PROMPT);
    finish = twin.holdWork();
    await pressInFlow(page, 'extend');
    await popup.bringToFront();
    await expect(rows(popup)).toHaveCount(1);
    await expect(rows(popup).locator('.state')).toContainText(/^Running/);
    finish();
    await expect(rows(popup).locator('.state')).toContainText(/^Done/);
  });

  await test.step('Upscale is opened, pressed and recognised the same', async () => {
    await page.bringToFront();
    await expect(page.locator('#progress')).toHaveText('Done');
    await popup.bringToFront();
    await popup.keyboard.press('Escape');
    await composer.action('Upscale');
    // One that has no 1080p copy yet: Flow gives such a copy at once.
    await composer.clip(train.title);
    await popup.getByRole('button', { name: 'Open in Flow · free' }).click();
    await popup.bringToFront();
    await expect(rows(popup).locator('.state').first()).toContainText('Press Generate in Flow');
    await expect(page).toHaveURL(new RegExp(`/edit/${train.workflowId}$`));
    await expect(page.locator('.editor')).toContainText(train.title);
    finish = twin.holdWork();
    await pressInFlow(page, 'upscale');
    await popup.bringToFront();
    await expect(rows(popup)).toHaveCount(2);
    finish();
    await expect(rows(popup).locator('.state').first()).toContainText(/^Done/);
  });

  await test.step('References likewise, from the project’s own page', async () => {
    await popup.keyboard.press('Escape');
    await composer.action('References');
    const { coat, lantern, umbrella } = IMAGES;
    await composer.images(coat.title, lantern.title, umbrella.title);
    await composer.prompt('What happens', 'They walk through rain');
    await popup.getByRole('button', { name: /^Open in Flow/ }).click();
    await expect(page).toHaveURL(/\/project\/[^/]+$/);
    await popup.bringToFront();
    await expect(rows(popup).locator('.state').first()).toContainText('Press Generate in Flow');
    await page.locator('#prompt').fill('They walk through rain');
    finish = twin.holdWork();
    await pressInFlow(page, 'references');
    await popup.bringToFront();
    await expect(rows(popup)).toHaveCount(3);
    finish();
    await expect(rows(popup).locator('.state').first()).toContainText(/^Done/);
  });

  await test.step('nothing of it was sent from here', async () => {
    const own = await ownRpcs(twin, page);
    expect(own.filter(({ generates, verified }) => generates || verified)).toEqual([]);
  });
});
