import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CLIPS } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import { openFlowGoogle, ownRpcs, pressInFlow } from './support/flow-google';
import { openJobs } from './support/job-list';
import { savedFile } from './support/saved-file';
import { stopWorker } from './support/stop-worker';
import { changePageJobs } from './support/stored-page-jobs';

const { street } = CLIPS;

const rows = (popup: Page) =>
  popup.getByRole('listitem').filter({ hasText: 'Started in Flow' }).locator('.job');

test('what the user starts on flow.google.com is followed to the saved file, and nothing is generated from here', async ({
  chromium,
  twin,
  openPopup,
}) => {
  const page = await openFlowGoogle(chromium, twin);
  await test.step('nobody looks, so nothing is asked', async () => {
    expect(await ownRpcs(twin, page)).toEqual([]);
  });

  const popup = await openPopup();
  await test.step('the popup says where it is, with balance and clips', async () => {
    await connected(popup);
    await expect(popup.locator('header')).toContainText('flow.google.com');
    await expect(popup.locator('header')).toContainText('1,540 credits');
    await expect(
      popup.getByRole('radio', { name: new RegExp(street.title) }).first(),
    ).toBeVisible();
  });

  await test.step('it stands in the list while it runs, and is found done by the page', async () => {
    const finish = twin.holdWork();
    await pressInFlow(page, 'extend');
    await popup.bringToFront();
    await openJobs(popup);
    await expect(rows(popup)).toHaveCount(1);
    await expect(rows(popup).locator('.state')).toContainText(/^Running/);
    await stopWorker(chromium.context, popup);
    finish();
    await expect(rows(popup).locator('.state')).toContainText(/^Done/);
  });

  await test.step('its file is saved', async () => {
    const result = twin.media().at(-1);
    await popup.getByRole('button', { name: /^Save / }).click();
    await expect(rows(popup).locator('.state')).toContainText('saved');
    const title = result?.title || 'The street goes on around the corner';
    const saved = await savedFile(join(chromium.downloads, `${title}.mp4`));
    expect(saved.equals(readFileSync(result?.file ?? ''))).toBe(true);
  });

  await test.step('what runs on while its page shows something else is asked after once somebody looks', async () => {
    const finish = twin.holdWork();
    await pressInFlow(page, 'extend');
    await popup.bringToFront();
    await expect(rows(popup)).toHaveCount(2);
    await page.goto('https://flow.google.com/');
    finish();
    await changePageJobs(popup, { heardAt: 0 });
    await popup.reload();
    await openJobs(popup);
    await expect(rows(popup).first().locator('.state')).toContainText(/^Done/);
    const asked = (await ownRpcs(twin, page)).map(({ name }) => name);
    expect(asked).toContain('VideoFxService.BatchCheckAsyncVideoGenerationStatus');
  });

  await test.step('no call of ours generates, uploads or carries a verification', async () => {
    const own = await ownRpcs(twin, page);
    expect(own.filter(({ generates, verified }) => generates || verified)).toEqual([]);
  });
});
