import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEXT, writeNextVersion } from '../browsers/next-version';
import { removeFolder } from '../browsers/remove-folder';
import { expectTruth } from '../e2e/support/truth';
import { readDatabase } from '../states/store';
import { expect, test } from './fixtures';
import { reshootOnce, showJobs } from './jobs';
import { EXTENSION } from './launch-firefox';

test('a version that changes the database takes over in Firefox with a job running, which is paid once', async ({
  firefox,
  popup,
  twin,
}) => {
  const finish = twin.holdWork();
  const folder = mkdtempSync(join(tmpdir(), 'second-take-'));

  await test.step('a reshoot runs while the next version is installed', async () => {
    await reshootOnce(popup);
    await popup.says(/^Running/, '.job .state');
    writeNextVersion(EXTENSION, folder);
    await firefox.install(folder);
  });

  const after = await firefox.openOwn('popup.html');

  await test.step('the database is of the next version, with all that was in it', async () => {
    await expect
      .poll(() => after.evaluate(readDatabase))
      .toMatchObject({ version: NEXT.version * 10, tables: expect.arrayContaining([NEXT.table]) });
    const { indexes, counts } = await after.evaluate(readDatabase);
    expect(indexes.jobs).toContain(NEXT.index);
    expect(counts.jobs).toBe(1);
  });

  await test.step('Firefox gives the open page the scripts of that version: nothing has to be loaded anew', async () => {
    await after.says('Elm Street, dusk');
    await after.says('credits');
    expect(await after.text()).not.toContain('Reload');
  });

  await test.step('the job is followed to its end', async () => {
    await showJobs(after);
    await after.says(/^Running/, '.job .state');
    finish();
    await after.says(/^Done/, '.job .state', 60_000);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  });
  await removeFolder(folder);
});
