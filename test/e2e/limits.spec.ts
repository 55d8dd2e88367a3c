import type { Page } from '@playwright/test';
import { changeRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import { expectState } from './support/truth';

/** Types a number into a limit, or empties it, until these are all the settings that are stored. */
async function limit(options: Page, name: string, text: string, stored: object): Promise<void> {
  await options.getByRole('textbox', { name }).fill(text);
  await options.keyboard.press('Tab');
  await expect
    .poll(() => options.evaluate(() => chrome.storage.local.get('settings')))
    .toEqual({ settings: { gapSeconds: 1, atOnce: 8, ...stored } });
}

test('what passes a limit of credits is asked about, and what passes its time is late', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const options = await chromium.openOwn('options.html');
  await limit(options, 'Limit for one batch', '30', { batchLimit: 30 });
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const composer = new Composer(popup);
  await composer.clip(CLIPS.witch.title);

  await test.step('a wish above the limit asks once more, by its sum', async () => {
    await composer.moves('High', 'Low');
    await composer.button('Reshoot 2 moves · 40 credits').click();
    await expect(
      popup.getByText('This batch costs 40 credits, more than your limit of 30'),
    ).toBeVisible();
    await popup.keyboard.press('Control+Enter');
    await popup.getByRole('button', { name: 'Back' }).click();
    await expect(popup.getByText(/more than your limit/)).toBeHidden();
    await expect(popup.getByRole('button', { name: 'No jobs' })).toBeVisible();

    await composer.button('Reshoot 2 moves · 40 credits').click();
    await expect(popup.getByText(/more than your limit of 30/)).toBeVisible();
    await composer.send('Reshoot 2 moves · 40 credits');
    await expect.poll(() => twin.submits.length).toBe(2);
  });

  await test.step('the limit of a day counts what was spent, and a free upscale passes', async () => {
    await limit(options, 'Limit for one batch', '', {});
    await limit(options, 'Limit for one day', '70', { dayLimit: 70 });
    await composer.noMoves('Low');
    await composer.send('Reshoot 1 move · 20 credits');
    await expect.poll(() => twin.submits.length).toBe(3);
    await expect(options.getByText('Today: 60 credits')).toBeVisible();

    await composer.button('Reshoot 1 move · 20 credits').click();
    await expect(popup.getByText(/today comes to 80 credits; your limit is 70/)).toBeVisible();
    await popup.getByRole('button', { name: 'Back' }).click();
    await composer.action('Upscale');
    await composer.send('Upscale to 1080p · free');
    await expect
      .poll(() => twin.submits.map(({ action }) => action))
      .toEqual(['reshoot', 'reshoot', 'reshoot', 'upscale']);
  });

  await test.step('a job past its deadline says so and can be looked up again', async () => {
    await limit(options, 'Limit for one day', '', {});
    const finish = twin.holdWork();
    const release = twin.holdReplies('status');
    await composer.action('Reshoot');
    await composer.noMoves('High');
    await composer.moves('Closer');
    await composer.send(/^Reshoot 1 move/);
    await openJobs(popup);
    await expectState(popup, 'Closer', /^Running/);
    // Ten minutes go by: the deadline in the record is set back. The answer of Flow names it running.
    await popup.evaluate(changeRecords, { table: 'jobs' as const, set: { deadlineAt: 1 } });
    release();
    await expect(popup.getByText(/^Late/)).toBeVisible({ timeout: 15_000 });
    await expectState(popup, 'Closer', /^Late/);
    finish();
    await popup.getByRole('button', { name: /^Check again Reshoot/ }).click();
    await expectState(popup, 'Closer', /^Done in/, 30_000);
    expect(twin.submits).toHaveLength(5);
  });
});
