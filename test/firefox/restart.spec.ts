import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '../browsers/remove-folder';
import { expectTruth } from '../e2e/support/truth';
import { test } from './fixtures';
import { reshootOnce, showJobs } from './jobs';
import { type Firefox, launchFirefox } from './launch-firefox';

test('a job that runs while Firefox ends goes on in the next one, and is paid once', async ({
  door,
  twin,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'second-take-'));
  const finish = twin.holdWork();
  const inFirefox = async (use: (firefox: Firefox) => Promise<void>) => {
    const firefox = await launchFirefox({ port: door.port, profile });
    try {
      await use(firefox);
    } finally {
      await firefox.close();
    }
  };

  await test.step('a reshoot is sent, and Firefox ends', () =>
    inFirefox(async (firefox) => {
      await firefox.open(twin.pageUrl('elm'));
      const popup = await firefox.openOwn('popup.html');
      await popup.says('1,540 credits');
      await reshootOnce(popup);
      await popup.says(/^Running/, '.job .state');
    }));

  await test.step('the next Firefox finds it, and follows it to its end', () =>
    inFirefox(async (firefox) => {
      await firefox.open(twin.pageUrl('elm'));
      const popup = await firefox.openOwn('popup.html');
      await showJobs(popup);
      await popup.says(/^Running/, '.job .state');
      finish();
      await popup.says(/^Done/, '.job .state', 60_000);
      expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
    }));
  await removeFolder(profile);
});
