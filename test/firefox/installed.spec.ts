import { resolve } from 'node:path';
import { expectTruth } from '../e2e/support/truth';
import { packagePath } from '../packages/packages';
import { test } from './fixtures';
import { reshootOnce } from './jobs';

test.use({
  firefoxOptions: {
    extension: { type: 'archivePath', path: resolve(packagePath('firefox')) },
  },
});

test('the package for Firefox is installed from its file, and does a job', async ({
  popup,
  twin,
}) => {
  await popup.says('Connected');
  await reshootOnce(popup);
  await popup.says(/^Done/, '.job .state', 60_000);
  expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
});
