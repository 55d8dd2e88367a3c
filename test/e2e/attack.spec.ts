import { CLIPS, PROJECTS } from '../twin/world';
import { attack, expectNothingGained, expectTrueSend, noteRequests, takenIn } from './attacked';
import { expect, test } from './fixtures';

const { elm, empty } = PROJECTS;
const BOAT_FILE = `https://storage.googleapis.com/ai-sandbox-videofx/video/${CLIPS.boat.mediaKey}`;

test.beforeEach(async ({ pace }) => pace(1, 8));

test('a page whose own worker forges every answer gains nothing', async ({
  chromium,
  openFlow,
  openPopup,
  twin,
}) => {
  const asked = noteRequests(chromium.context);
  const page = await openFlow('elm', '?attack');
  await attack(page, 'takeOver');
  await attack(page, 'account');
  await attack(page, 'media', elm.id, CLIPS.boat.mediaId, empty.id);
  await attack(page, 'flood');
  await attack(page, 'click', BOAT_FILE);
  const title = (...project: [string, string]) => attack(page, 'titled', ...project);
  await takenIn(chromium, title);
  const popup = await openPopup();
  await expect(popup.getByText('1,540 credits')).toBeVisible();
  await expectNothingGained(chromium, twin, asked);
  await expectTrueSend(popup, twin);

  // A price below the known one is asked about, with both, before anything is sent.
  await attack(page, 'prices');
  await takenIn(chromium, title);
  await popup.getByRole('button', { name: 'Reshoot 1 move · free' }).click();
  await expect(popup.getByText(/names a lower price than is known: free/)).toBeVisible();
  expect(twin.submits).toHaveLength(1);
});
