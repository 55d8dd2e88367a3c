import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { filesWith } from '../browsers/search-bytes';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { noteEverything } from './support/everything-said';
import { connected, expect, test } from './support/fixtures';
import { ownRpcs } from './support/flow-google';
import { creditsNow, FLOW_SITES, openOn } from './support/flow-sites';
import { openJobs } from './support/job-list';
import { generate } from './support/page-generates';

test('after a run on both sites no secret of theirs and no e-mail address is in the profile on disk', async ({
  twin,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'second-take-secrets-'));
  const chromium = await launch({ twin, profile });
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));
  const everything = await noteEverything(chromium);
  const [labs, flowGoogle] = FLOW_SITES;

  await test.step('a job runs on labs.google', async () => {
    const page = await openOn(chromium, twin, labs);
    const popup = await chromium.openOwn('popup.html');
    const composer = new Composer(popup);
    await composer.clip(CLIPS.witch.title);
    await composer.moves('High');
    await composer.send(/^Reshoot 1 move/);
    await openJobs(popup);
    await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
    await popup.close();
    await page.close();
  });

  const page = await openOn(chromium, twin, flowGoogle);
  const secrets = await flowGoogle.secrets(page);
  await test.step('a generation of flow.google.com is followed there', async () => {
    const popup = await chromium.openOwn('popup.html');
    await connected(popup);
    await generate(page);
    await expect(popup.locator('header')).toContainText(creditsNow(twin));
    await openJobs(popup);
    await expect(popup.getByRole('listitem').filter({ hasText: 'Started in Flow' })).toBeVisible();
  });

  await test.step('what is secret there is in no message, log or storage, and in no request but to it', async () => {
    // Our own calls are among those that carry it.
    expect((await ownRpcs(twin, page)).length).toBeGreaterThan(0);
    const { requests, logged, kept } = everything;
    const all = { ...(await kept()), logged: logged.join() };
    // The search itself works: the messages and what is kept of them are there.
    for (const name of ['messages', 'records'] as const)
      expect(all[name]).toContain(CLIPS.witch.mediaKey);
    for (const secret of secrets) {
      const places = Object.entries(all).filter(([, text]) => text.includes(secret));
      expect(places.map(([name]) => name)).toEqual([]);
      const to = requests.filter(({ text }) => text.includes(secret)).map(({ host }) => host);
      expect([...new Set(to)]).toEqual(['flow.google.com']);
    }
  });
  await chromium.close();

  const [{ headers } = { headers: {} as Record<string, string> }] = twin.submits;
  const token = String(headers.authorization).replace('Bearer ', '');
  expect(token).toMatch(/^ya29\./);
  for (const secret of [token, ...secrets, 'ada@example.com'])
    expect(filesWith(profile, secret), secret).toEqual([]);
  // The search itself works: the prompt of a clip is there, as it should be.
  expect(filesWith(profile, CLIPS.witch.mediaKey).length).toBeGreaterThan(0);
  await removeFolder(profile);
});
