import type { Page } from '@playwright/test';
import type { Call, Twin } from '../twin/twin';
import { connected, expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import { reshoot } from './support/truth';

const ownSubmits = (twin: Twin): Call[] =>
  twin.calls.filter(
    ({ headers, path }) => headers['sec-fetch-site'] === 'none' && path.includes('AsyncGenerate'),
  );

async function generates(page: Page): Promise<void> {
  await page.bringToFront();
  await page.locator('#generate').click();
  await expect(page.locator('#progress')).toHaveText('Done');
}

test('where Flow’s page verifies what it starts, nothing is sent from here, and that is said before a form is filled in', async ({
  chromium,
  openPopup,
  twin,
  pace,
}) => {
  twin.verifies = true;
  await pace(600, 1);
  const page = await chromium.context.newPage();
  await page.goto(`${twin.pageUrl('elm')}?verifies`);
  const popup = await openPopup();
  await connected(popup);
  const card = popup.getByRole('heading', { name: 'Start it in Flow itself' });

  await test.step('one that waits when it is seen stays where it is', async () => {
    await openJobs(popup);
    await popup.getByRole('button', { name: 'Pause' }).click();
    await popup.keyboard.press('Escape');
    await reshoot(popup, 'High');
    await generates(page);
    await popup.bringToFront();
    await expect(popup.getByRole('listitem').filter({ hasText: 'Started in Flow' })).toBeVisible();
    await popup.getByRole('button', { name: 'Resume' }).click();
    await expect(popup.getByText('Only Flow itself can start something now.')).toBeVisible();
    await expect(popup.getByRole('listitem').filter({ hasText: ', High' })).toContainText(
      'Waiting',
    );
  });

  await test.step('the card says why, before anything is chosen, also in a page that was opened anew', async () => {
    await popup.keyboard.press('Escape');
    await expect(card).toBeVisible();
    await page.reload();
    await expect(page.locator('video[data-key]').first()).toBeAttached();
    await popup.reload();
    await expect(card).toBeVisible();
    await expect(popup.getByText(/nothing is sent from here and nothing is charged/)).toBeVisible();
  });

  await test.step('what was started in Flow can be used meanwhile', async () => {
    await openJobs(popup);
    await expect(popup.getByRole('listitem').filter({ hasText: 'Started in Flow' })).toContainText(
      'Done',
    );
    await popup.keyboard.press('Escape');
  });
  expect(ownSubmits(twin)).toEqual([]);

  await test.step('it ends with the first submit of the page that Flow takes without', async () => {
    twin.verifies = false;
    await pace(1, 8);
    await page.goto(twin.pageUrl('elm'));
    await expect(page.locator('video[data-key]').first()).toBeAttached();
    await generates(page);
    await popup.bringToFront();
    await expect(card).toBeHidden();
    await expect.poll(() => ownSubmits(twin).length).toBe(1);
  });
});
