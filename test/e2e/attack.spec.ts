import { encodeMediaId } from '../twin/media-id';
import { CLIPS, PROJECTS } from '../twin/world';
import {
  attack,
  expectNothingGained,
  expectTrueSend,
  noteRequests,
  stored,
  takenIn,
} from './attacked';
import { choose } from './choose';
import { expect, test } from './fixtures';
import { expectState, expectTruth, reshoot, submitCalls } from './truth';

const { elm, empty, harbour } = PROJECTS;
const EXTEND = 'batchAsyncGenerateVideoExtendVideo';
const REFERENCES = 'batchAsyncGenerateVideoReferenceImages';
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

test('a page that opens another, holds its port and floods it gains nothing', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const asked = noteRequests(chromium.context);
  const page = await chromium.context.newPage();
  await page.goto(`${twin.pageUrl()}?attack`);
  await attack(page, 'frame', twin.pageUrl('harbour'));
  await attack(page, 'openFresh', twin.pageUrl('elm'));
  expect(await attack(page, 'pour')).toEqual([]);
  await takenIn(chromium, (...project) => attack(page, 'titledByPort', ...project));
  const popup = await openPopup();
  await expect(popup.getByText('1,540 credits')).toBeVisible();
  // What happens in a frame is no page of the person's.
  const { local, media } = await stored(chromium);
  expect(local.projects).toMatchObject({ [elm.id]: elm.title });
  expect(local.projects).not.toHaveProperty(harbour.id);
  expect(media.filter(({ projectId }) => projectId === harbour.id)).toEqual([]);
  await expectNothingGained(chromium, twin, asked);
  await expectTrueSend(popup, twin);

  // A model that only the page names is never asked for; one of Flow's own list costs what that says.
  await attack(page, 'teach', EXTEND, 'veo_9_secret', 0);
  await attack(page, 'teach', REFERENCES, 'veo_3_1_t2v_fast_ultra', 0);
  await takenIn(chromium, (...project) => attack(page, 'titledByPort', ...project));
  await choose.action(popup, 'Extend');
  await expect(popup.getByRole('button', { name: 'Extend · 10 credits' })).toBeVisible();
  await choose.action(popup, 'References');
  await expect(popup.getByRole('button', { name: 'Make 1 take · 10 credits' })).toBeVisible();
  expect(twin.submits).toHaveLength(1);
});

test('a clip that a page makes up is not taken for that of a job whose answer was lost', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await page.goto(`${twin.pageUrl()}?attack`);
  await attack(page, 'openFresh', twin.pageUrl('elm'));
  const popup = await openPopup();
  twin.mishap('submit', { cut: 'before' });
  await reshoot(popup, 'High');
  await expectState(popup, 'High', 'Unknown: may have been charged');
  const [lost] = submitCalls(twin);
  const seed = Number(/"seed":(\d+)/.exec(lost?.body ?? '')?.[1]);
  const ids = { workflowId: crypto.randomUUID(), mediaKey: crypto.randomUUID() };
  const mediaId = encodeMediaId({ kind: 'video', projectId: elm.id, ...ids });
  const lists = () => twin.calls.filter(({ path }) => path.includes('searchProjectWorkflows'));
  const before = lists().length;
  await attack(page, 'makeUp', mediaId, seed, 'veo_3_0_reshoot_landscape');
  await takenIn(chromium, (...project) => attack(page, 'titledByPort', ...project));
  const { media } = await stored(chromium);
  expect(media.filter(({ id }) => id === mediaId)).toMatchObject([{ seed }]);
  // The list itself was asked, and has no such clip.
  await expect.poll(() => lists().length).toBeGreaterThan(before);
  await expectState(popup, 'High', 'Unknown: may have been charged');
  expectTruth(twin, { reached: 1, accepted: 0, charged: 0 });
});

test('a page that has replaced every function works, and gets hold of nothing of ours', async ({
  openFlow,
  openPopup,
}) => {
  const page = await openFlow('elm', '?attack=natives');
  await page.locator('#generate').click();
  await expect(page.locator('#progress')).toContainText('Done');
  const popup = await openPopup();
  await expect(popup.getByText('1,530 credits')).toBeVisible();
  expect(await attack(page, 'asks')).toBe(0);
  expect(await attack(page, 'seen')).toEqual([]);
  expect(await attack(page, 'differences')).toEqual([]);
  expect(await attack(page, 'callers')).toEqual([true]);
  expect(await page.evaluate(() => (window as unknown as Flow).__page.errors)).toEqual([]);
});

interface Flow {
  readonly __page: { readonly errors: readonly string[] };
}
