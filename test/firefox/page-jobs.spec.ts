import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { savedFile } from '../e2e/support/saved-file';
import { expect, test } from './fixtures';
import { showJobs } from './jobs';

test('what the user starts on flow.google.com is followed in Firefox to the saved file', async ({
  firefox,
  twin,
}) => {
  const flow = await firefox.open(twin.flowGoogle.pageUrl('elm', ''));
  const popup = await firefox.openOwn('popup.html');

  await test.step('the popup says where it is, with balance', async () => {
    await popup.says('flow.google.com', 'header');
    await popup.says('1,540 credits', 'header');
  });

  await test.step('the job runs in the list, and is done once its page says so', async () => {
    const finish = twin.holdWork();
    await flow.front();
    await flow.press('button', 'Extend');
    await flow.says('Generating…', '#progress');
    await popup.front();
    await showJobs(popup);
    await popup.says(/^Running/, '.job .state');
    finish();
    await popup.says(/^Done/, '.job .state');
  });

  await test.step('its file is saved, byte for byte', async () => {
    const result = twin.media().at(-1);
    await popup.press('button', /^Save /);
    await popup.says('saved', '.job .state');
    const title = result?.title || 'The street goes on around the corner';
    const saved = await savedFile(join(firefox.downloads, `${title}.mp4`));
    expect(saved.equals(readFileSync(result?.file ?? ''))).toBe(true);
  });
});
