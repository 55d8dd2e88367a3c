import { connected, expect, test } from './support/fixtures';

test('the popup says that the Flow tab is asleep, and wakes it by one press', async ({
  popup,
  chromium,
}) => {
  const worker = await chromium.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://labs.google/fx/*' });
    await chrome.tabs.discard(tab?.id ?? -1);
  });
  await expect(popup.getByRole('heading', { name: 'The Flow tab is asleep' })).toBeVisible();
  await popup.getByRole('button', { name: 'Wake the tab' }).click();
  await connected(popup);
  await expect(popup.getByText('1,540 credits')).toBeVisible();
});
