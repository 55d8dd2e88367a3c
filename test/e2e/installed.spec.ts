import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { packagePath, packedFiles, unpack } from '../packages/packages';
import { startTwin } from '../twin/twin';
import { connected, expect, test } from './support/fixtures';
import { expectState, expectTruth, reshoot } from './support/truth';

test('the package for Chrome, unpacked from its zip and installed, makes a job on a Flow page', async () => {
  const extension = mkdtempSync(join(tmpdir(), 'second-take-package-'));
  unpack(packedFiles(packagePath('chrome')), extension);
  const twin = await startTwin();
  const chromium = await launch({ twin, extension });
  try {
    const page = await chromium.context.newPage();
    await page.goto(twin.pageUrl('elm'));
    const popup = await chromium.openOwn('popup.html');
    await connected(popup);
    await expect(popup.getByText('Elm Street, dusk').first()).toBeVisible();
    await reshoot(popup, 'Orbit up');
    await expectState(popup, 'Orbit up', 'Done');
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  } finally {
    await chromium.close();
    await twin.stop();
    await removeFolder(extension);
  }
});
