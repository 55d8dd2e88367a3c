import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { filesWith } from '../browsers/search-bytes';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';

test('after a run no token and no e-mail address of the account is in the profile on disk', async ({
  twin,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'second-take-secrets-'));
  const chromium = await launch({ twin, profile });
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm'));
  const popup = await chromium.openOwn('popup.html');
  const composer = new Composer(popup);
  await composer.clip(CLIPS.witch.title);
  await composer.moves('High');
  await composer.send(/^Reshoot 1 move/);
  await openJobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  await chromium.close();

  const [{ headers } = { headers: {} as Record<string, string> }] = twin.submits;
  const token = String(headers.authorization).replace('Bearer ', '');
  expect(token).toMatch(/^ya29\./);
  expect(filesWith(profile, token)).toEqual([]);
  // The search itself works: the prompt of a clip is there, as it should be.
  expect(filesWith(profile, CLIPS.witch.mediaKey).length).toBeGreaterThan(0);
  await removeFolder(profile);
});
