import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION, type Launched, launched, startChromium } from '../browsers/launch';
import { NEXT, writeNextVersion } from '../browsers/next-version';
import { removeFolder } from '../browsers/remove-folder';
import { readDatabase } from '../states/store';
import { test as base, connected, expect } from './support/fixtures';
import { openJobs } from './support/job-list';
import { expectState, expectTruth, reshoot } from './support/truth';

/** A Chromium whose extension lies in a folder of its own, which an update writes over. */
interface Updated {
  readonly chromium: Launched;
  readonly folder: string;
  /** The browser takes what lies in the folder in place of what runs, as it does with an update. */
  takeUp(): Promise<void>;
}

const test = base.extend<{ readonly updated: Updated }>({
  updated: async ({ twin }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'second-take-'));
    cpSync(EXTENSION, folder, { recursive: true });
    const started = await startChromium(
      { twin },
      {
        args: ['--enable-unsafe-extension-debugging'],
        ignoreDefaultArgs: ['--disable-extensions'],
      },
    );
    const { context } = started;
    const devtools = await context.browser()?.newBrowserCDPSession();
    if (!devtools) throw new Error('This Chromium cannot be asked for its extensions.');
    const load = async () => {
      const begun = context.waitForEvent('serviceworker');
      const { id } = await devtools.send('Extensions.loadUnpacked', { path: folder });
      await begun;
      return id;
    };
    const chromium = launched(started, await load());
    await use({ chromium, folder, takeUp: async () => void (await load()) });
    await started.close();
    await removeFolder(folder);
  },
});

test('a version that changes the database takes over with a job running; the older one leaves it alone', async ({
  twin,
  updated: { chromium, folder, takeUp },
}) => {
  const page = await chromium.context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(twin.pageUrl('elm'));
  const finish = twin.holdWork();
  const popup = await chromium.openOwn('popup.html');
  await connected(popup);
  await reshoot(popup, 'High');
  await expectState(popup, 'High', 'Running');

  await test.step('the database is taken to its next version under the views, which the browser closes', async () => {
    const library = await chromium.openOwn('library.html');
    const views = [popup, library].map((view) => view.waitForEvent('close'));
    writeNextVersion(EXTENSION, folder);
    await takeUp();
    await Promise.all(views);
    const worker = await chromium.worker();
    await expect
      .poll(() => worker.evaluate(readDatabase))
      .toMatchObject({ version: NEXT.version * 10, tables: expect.arrayContaining([NEXT.table]) });
    const { indexes, counts } = await worker.evaluate(readDatabase);
    expect(indexes.jobs).toContain(NEXT.index);
    expect(counts.jobs).toBe(1);
  });

  await test.step('the script that the older version has left in the page is silent, the page as it was', async () => {
    const asked = twin.calls.length;
    await page.locator('video[data-key]').first().click({ button: 'right' });
    await page.evaluate(() => fetch('/fx/api/auth/session').then((answer) => answer.text()));
    // Under the pointer the page itself loads its clip.
    const paths = twin.calls.slice(asked).map(({ path }) => path);
    expect(paths.filter((path) => !path.includes('/video/'))).toEqual(['/fx/api/auth/session']);
    const worker = await chromium.worker();
    expect(await worker.evaluate(() => chrome.storage.session.get('tabs'))).toEqual({});
    expect(wrong).toEqual([]);
  });

  const after = await chromium.openOwn('popup.html');

  await test.step('that the page has to be loaded anew is said once, and one press does it', async () => {
    const said = after.getByRole('heading', { name: 'Reload the Flow page once' });
    await expect(said).toHaveCount(1);
    await after.getByRole('button', { name: 'Reload the page' }).click();
    await connected(after);
    await expect(said).toHaveCount(0);
  });

  await test.step('the older version, put back, writes nothing, sends nothing and says so', async () => {
    cpSync(EXTENSION, folder, { recursive: true });
    await takeUp();
    const older = await chromium.openOwn('popup.html');
    await expect(older.getByRole('alert')).toContainText('A newer version of Second Take');
    await page.reload();
    await expect(page.locator('video[data-key]').first()).toBeAttached();
    await older.reload();
    await expect(older.getByRole('alert')).toContainText('A newer version of Second Take');
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  });

  await test.step('the newer one has the job again and follows it to its end, paid once', async () => {
    writeNextVersion(EXTENSION, folder);
    await takeUp();
    await page.reload();
    const newest = await chromium.openOwn('popup.html');
    await connected(newest);
    await openJobs(newest);
    await expectState(newest, 'High', 'Running');
    finish();
    await expectState(newest, 'High', 'Done', 60_000);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  });
});
