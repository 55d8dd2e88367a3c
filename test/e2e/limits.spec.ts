import { changeRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';
import { setting } from './setting';

test('a wish above the limit asks once more, by its sum', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const options = await chromium.openOwn('options.html');
  await options.getByRole('textbox', { name: 'Limit for one wish' }).fill('30');
  await options.keyboard.press('Tab');
  await setting(options, { wishLimit: 30 });
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High', 'Low');
  await popup.getByRole('button', { name: 'Reshoot 2 moves · 40 credits' }).click();
  await expect(
    popup.getByText('This batch costs 40 credits, more than your limit of 30'),
  ).toBeVisible();
  await popup.keyboard.press('Control+Enter');
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByText(/more than your limit/)).toBeHidden();
  await expect(popup.getByRole('button', { name: 'No jobs' })).toBeVisible();

  await popup.getByRole('button', { name: 'Reshoot 2 moves · 40 credits' }).click();
  await expect(popup.getByText(/more than your limit of 30/)).toBeVisible();
  await choose.send(popup, 'Reshoot 2 moves · 40 credits');
  await expect.poll(() => twin.submits.length).toBe(2);
});

test('the limit of a day counts what was spent, and a free upscale passes', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const options = await chromium.openOwn('options.html');
  await options.getByRole('textbox', { name: 'Limit for one day' }).fill('30');
  await options.keyboard.press('Tab');
  await setting(options, { dayLimit: 30 });
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High');
  await choose.send(popup, 'Reshoot 1 move · 20 credits');
  await expect.poll(() => twin.submits.length).toBe(1);
  await expect(options.getByText('Today: 20 credits')).toBeVisible();

  await popup.getByRole('button', { name: 'Reshoot 1 move · 20 credits' }).click();
  await expect(popup.getByText(/today comes to 40 credits; your limit is 30/)).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await choose.action(popup, 'Upscale');
  await choose.send(popup, 'Upscale to 1080p · free');
  await expect.poll(() => twin.submits.map(({ action }) => action)).toEqual(['reshoot', 'upscale']);
});

test('an account that Google has moved is told so', async ({ openFlow, openPopup, twin }) => {
  const page = await openFlow();
  const popup = await openPopup();
  await connected(popup);
  twin.moved = true;
  await page.reload();
  await expect(popup.getByRole('heading', { name: 'This account has moved' })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Open the new Flow' })).toBeVisible();
  twin.moved = false;
  await page.goto(twin.pageUrl('elm'));
  await connected(popup);
});

test('a job past its deadline says so and can be looked up again', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  const finish = twin.holdWork();
  const release = twin.holdReplies('status');
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High');
  await choose.send(popup, /^Reshoot 1 move/);
  await choose.jobs(popup);
  await expect(popup.getByText(/^Running/)).toBeVisible();
  // Ten minutes go by: the deadline in the record is set back. The answer of Flow names it running.
  await popup.evaluate(changeRecords, { table: 'jobs' as const, set: { deadlineAt: 1 } });
  release();
  await expect(popup.getByText(/^Late/)).toBeVisible({ timeout: 15_000 });
  finish();
  await popup.getByRole('button', { name: /^Check again Reshoot/ }).click();
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  expect(twin.submits).toHaveLength(1);
});
