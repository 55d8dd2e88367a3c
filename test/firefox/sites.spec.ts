import { expect, test } from './fixtures';
import { setPace } from './jobs';
import { allow, popupSize, takeSitesBack } from './parts';

const ORIGINS = [
  'https://labs.google/*',
  'https://aisandbox-pa.googleapis.com/*',
  'https://flow.google.com/*',
  'https://storage.googleapis.com/*',
  'https://flow-content.google/*',
];

test('Firefox that withholds the sites is asked for them in the popup, and nothing is sent before', async ({
  firefox,
  flow,
  popup,
  twin,
}) => {
  await setPace(popup);
  await test.step('sites that are taken back are said at once', async () => {
    await takeSitesBack(firefox, ORIGINS);
    await popup.says('Allow Second Take on Flow’s sites');
    await popup.says('it can read no clips and send nothing');
  });

  await test.step('a press asks for exactly these, and the page goes on once it is loaded anew', async () => {
    const before = twin.calls.length;
    await popup.press('button', 'Allow these sites');
    const said = await allow(firefox);
    for (const origin of ORIGINS) expect(said).toContain(new URL(origin.slice(0, -1)).host);
    expect(twin.calls.slice(before).filter(({ host }) => host.startsWith('aisandbox'))).toEqual([]);
    await flow.goto(twin.pageUrl('elm'));
    await popup.says('Connected');
    await popup.says('1,540 credits');
  });

  await test.step('the popup of the toolbar is as wide as in Chromium', async () => {
    await flow.front();
    await popup.evaluate(() => chrome.action.openPopup());
    await expect.poll(() => popupSize(firefox)).toEqual([400, 600]);
  });
});
