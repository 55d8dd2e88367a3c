import type { Page } from '@playwright/test';
import { connected, expect, test } from './support/fixtures';
import { refuseSites, setSiteAccess } from './support/site-access';

const SITES = [
  'https://labs.google/*',
  'https://aisandbox-pa.googleapis.com/*',
  'https://flow.google.com/*',
  'https://storage.googleapis.com/*',
  'https://flow-content.google/*',
];

const card = (popup: Page) =>
  popup.getByRole('heading', { name: 'Allow Second Take on Flow’s sites' });

test('a popup of a browser that withholds all sites names them, asks for them all, and goes on by itself', async ({
  chromium,
  openPopup,
  openFlow,
}) => {
  await setSiteAccess(chromium, 'ON_CLICK');
  const flow = await openFlow();
  const popup = await openPopup();
  await expect(card(popup)).toBeVisible();
  for (const site of SITES) await expect(popup.getByText(new URL(site).host)).toBeVisible();
  await expect(popup.getByText('Not allowed on Flow’s sites')).toBeVisible();

  await refuseSites(popup);
  await popup.getByRole('button', { name: 'Allow these sites' }).click();
  await expect(popup.getByText('They are not allowed.')).toBeVisible();
  expect(await popup.evaluate('window.asked')).toEqual([{ origins: SITES }]);

  await setSiteAccess(chromium, 'ON_ALL_SITES');
  await expect(popup.getByRole('heading', { name: 'Reload the Flow page once' })).toBeVisible();
  await popup.getByRole('button', { name: 'Reload the page' }).click();
  await connected(popup);
  await flow.close();
});

test('sites that are taken back while a job waits keep it waiting, and it goes out once they are given', async ({
  twin,
  chromium,
  pace,
  popup,
  composer,
}) => {
  await pace(600, 4);
  await composer.action('Reshoot');
  await composer.moves('High', 'Low');
  await composer.button('Reshoot 2 moves · 40 credits').click();
  await expect.poll(() => twin.submits.length).toBe(1);
  await setSiteAccess(chromium, 'ON_CLICK');
  await expect(card(popup)).toBeVisible();
  await expect(popup.getByText('1 job waits and is not charged.')).toBeVisible();

  // Its turn would be now: the queue says why it does not come.
  await pace(1, 4);
  await popup.getByRole('button', { name: 'Show jobs' }).click();
  await expect(popup.getByText('The browser keeps Second Take from Flow’s sites.')).toBeVisible();
  expect(twin.submits).toHaveLength(1);

  await setSiteAccess(chromium, 'ON_ALL_SITES');
  await expect.poll(() => twin.submits.length).toBe(2);
  await expect(popup.getByText('The browser keeps Second Take from Flow’s sites.')).toBeHidden();
});
