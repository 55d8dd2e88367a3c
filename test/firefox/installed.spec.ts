import { resolve } from 'node:path';
import { expectTruth } from '../e2e/support/truth';
import { packagePath } from '../packages/packages';
import { CLIPS } from '../twin/world';
import { test } from './fixtures';
import { setPace, showJobs } from './jobs';

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
  await setPace(popup);
  await popup.press('radio', 'Reshoot');
  await popup.press('radio', new RegExp(`^${CLIPS.witch.title}, landscape`));
  await popup.press('checkbox', 'High');
  await popup.press('button', /^Reshoot 1 move ·/);
  await showJobs(popup);
  await popup.says(/^Done/, '.job .state', 60_000);
  expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
});
