import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Call, Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { expect, test } from './support/fixtures';
import { chooseForJob, openJobs } from './support/job-list';
import { savedFile } from './support/saved-file';
import { stopWorker } from './support/stop-worker';

const { street } = CLIPS;

/** Calls of the background's own that start something or ask after it: a page of the web has another word there. */
const ownCalls = (twin: Twin): Call[] =>
  twin.calls.filter(
    ({ headers, path }) => headers['sec-fetch-site'] === 'none' && path.includes('/video:'),
  );

async function press(page: Page, id: string): Promise<void> {
  await page.bringToFront();
  await page.locator(id).click();
  await expect(page.locator('#progress')).toHaveText('Generating…');
}

const rows = (popup: Page) =>
  popup.getByRole('listitem').filter({ hasText: 'Started in Flow' }).locator('.job');

test('what the user starts in Flow’s own page is followed, saved and used from here, and never sent', async ({
  page,
  popup,
  chromium,
  twin,
  openFlow,
}) => {
  await test.step('it stands in the list with its price in Flow’s list, and is told from our own', async () => {
    const finish = twin.holdWork();
    await press(page, '#generate');
    await popup.bringToFront();
    await expect(popup.getByRole('button', { name: /^Jobs: 1 in Flow/ })).toBeVisible();
    await openJobs(popup);
    await expect(rows(popup)).toHaveCount(1);
    await expect(rows(popup)).toContainText(`Extend “${street.title}”`);
    await expect(rows(popup).locator('.state')).toContainText(
      /^Running .* · 10 credits in Flow’s list/,
    );
    await stopWorker(chromium.context, popup);
    finish();
    await expect(rows(popup).locator('.state')).toContainText(/^Done/);
  });

  await test.step('its clip is played and saved', async () => {
    const result = twin.media().at(-1);
    await popup.getByRole('button', { name: `Preview Extend “${street.title}”` }).click();
    await expect(popup.locator('.job-preview video')).toHaveJSProperty('error', null);
    await popup.getByRole('button', { name: `Save Extend “${street.title}”` }).click();
    await expect(rows(popup).locator('.state')).toContainText('saved');
    const name = `${result?.title || 'The street goes on around the corner'}.mp4`;
    const saved = await savedFile(join(chromium.downloads, name));
    expect(saved.equals(readFileSync(result?.file ?? ''))).toBe(true);
  });

  await test.step('four that Flow starts in one go are one batch, found again by a list where no page follows them', async () => {
    const finish = twin.holdWork();
    await press(page, '#generate-four');
    await popup.bringToFront();
    const batch = popup.locator('.page-batch');
    await expect(batch.locator('.job')).toHaveCount(4);
    await expect(batch).toContainText(`Extend · “${street.title}” · 4 takes`);
    await expect(batch.locator('.state')).toContainText(Array(4).fill('Running'));
    await page.close();
    finish();
    await openFlow();
    await popup.bringToFront();
    await expect(batch.locator('.state')).toContainText(Array(4).fill('Done'));
  });

  await test.step('it goes off the list, and comes back', async () => {
    await chooseForJob(popup, new RegExp(`Extend “${street.title}”$`), 'Remove from list');
    await expect(rows(popup)).toHaveCount(4);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(popup)).toHaveCount(5);
  });

  await test.step('what it was asked with is taken over for another one from here', async () => {
    await chooseForJob(popup, new RegExp(`Extend “${street.title}”$`), 'Copy settings');
    await expect(popup.getByRole('radio', { name: 'Extend', exact: true })).toBeChecked();
    await expect(popup.getByRole('textbox', { name: 'What happens next' })).toHaveValue(
      'The street goes on around the corner',
    );
    await openJobs(popup);
  });

  await test.step('something is made of it as of any clip', async () => {
    await chooseForJob(popup, new RegExp(`Extend “${street.title}”$`), 'Upscale the result…');
    await expect(popup.getByRole('radio', { name: 'Upscale' })).toBeChecked();
    await expect(popup.getByRole('button', { name: 'Upscale to 1080p · free' })).toBeEnabled();
  });

  await test.step('the ledger has it apart from what was sent from here', async () => {
    const options = await chromium.openOwn('options.html#ledger');
    const figure = (name: string) =>
      options.locator('.figures > div').filter({ has: options.getByText(name, { exact: true }) });
    await expect(figure('Started in Flow')).toContainText('50 credits, 5 jobs');
    await expect(figure('Today')).toContainText('0 credits, 0 jobs');
    await options.close();
  });

  expect(ownCalls(twin)).toEqual([]);
  expect(twin.submits).toHaveLength(5);
});

test('what Flow’s page started and failed says why, and nothing here can send it again', async ({
  page,
  popup,
  twin,
}) => {
  twin.mishap('submit', {
    fail: { code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' },
  });
  await page.bringToFront();
  await page.locator('#generate').click();
  await expect(page.locator('#progress')).toHaveText('Failed');
  await popup.bringToFront();
  await openJobs(popup);
  await expect(rows(popup).locator('.state')).toContainText(/^Failed/);
  await expect(rows(popup)).toContainText('Flow holds the request against its rules');
  await popup.getByRole('button', { name: /^More for Extend/ }).click();
  await expect(popup.getByRole('menuitem')).toHaveText([
    'Copy settings',
    'Copy prompt',
    'Remove from list',
  ]);
  expect(ownCalls(twin)).toEqual([]);
});
