import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIPS } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import { pressInFlow } from './support/flow-google';
import { openJobs } from './support/job-list';
import { savedFile } from './support/saved-file';

const { street } = CLIPS;

test.use({ twinOptions: { form: 'media' } });

test('labs.google in its form of 2026 is read: clips, models and jobs of the page, to a file that is had through the redirect', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
}) => {
  const page = await openFlow();
  const popup = await openPopup();
  const row = popup.getByRole('listitem').filter({ hasText: 'Started in Flow' }).locator('.job');

  await test.step('clips, balance and plan are known', async () => {
    await connected(popup);
    await expect(popup.getByText('1,540 credits')).toBeVisible();
    await expect(
      popup.getByRole('radio', { name: new RegExp(`^${street.title}, landscape`) }).first(),
    ).toBeVisible();
  });

  await test.step('what the page starts is followed, and its verification is said before a form is filled in', async () => {
    const finish = twin.holdWork();
    await pressInFlow(page, 'generate');
    await popup.bringToFront();
    await expect(popup.getByRole('heading', { name: 'Start it in Flow itself' })).toBeVisible();
    await openJobs(popup);
    await expect(row.locator('.state')).toContainText(/^Running .* · 5 credits in Flow’s list/);
    finish();
    await expect(row.locator('.state')).toContainText(/^Done/);
  });

  await test.step('its file comes through the page’s redirect', async () => {
    const result = twin.media().at(-1);
    await popup.getByRole('button', { name: /^Save / }).click();
    await expect(row.locator('.state')).toContainText('saved');
    const redirects = twin.calls.filter(({ path }) => path.endsWith('media.getMediaUrlRedirect'));
    expect(redirects.length).toBeGreaterThan(0);
    const title = result?.title || 'The street goes on around the corner';
    const saved = await savedFile(join(chromium.downloads, `${title}.mp4`));
    expect(saved.equals(readFileSync(result?.file ?? ''))).toBe(true);
  });

  await test.step('nothing was sent from here', () => {
    expect(twin.submits).toHaveLength(1);
  });
});
