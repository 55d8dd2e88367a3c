import { encodeMediaId } from '../twin/media-id';
import { CLIPS, PROJECTS } from '../twin/world';
import {
  attack,
  expectNothingGained,
  expectTrueSend,
  noteRequests,
  stored,
  takenIn,
} from './support/attacked';
import { Composer } from './support/composer';
import { expect, test } from './support/fixtures';
import { expectState, expectTruth, reshoot, submitCalls } from './support/truth';

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

test('a page that opens another and holds its port gains nothing', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const asked = noteRequests(chromium.context);
  const page = await chromium.context.newPage();
  await page.goto(`${twin.pageUrl()}?attack`);
  await attack(page, 'frame', twin.pageUrl('harbour'));
  await attack(page, 'openFresh', twin.pageUrl('elm'));
  const titled = (...project: [string, string]) => attack(page, 'titledByPort', ...project);

  const popup =
    await test.step('a page that opens another, holds its port and floods it gains nothing', async () => {
      expect(await attack(page, 'pour')).toEqual([]);
      await takenIn(chromium, titled);
      const popup = await openPopup();
      const composer = new Composer(popup);
      await expect(popup.getByText('1,540 credits')).toBeVisible();
      // What happens in a frame is no page of the user's.
      const { local, media } = await stored(chromium);
      expect(local.projects).toMatchObject({ [elm.id]: elm.title });
      expect(local.projects).not.toHaveProperty(harbour.id);
      expect(media.filter(({ projectId }) => projectId === harbour.id)).toEqual([]);
      await expectNothingGained(chromium, twin, asked);
      await expectTrueSend(popup, twin);

      // A model that only the page names is never asked for; one of Flow's own list costs what that says.
      await attack(page, 'teach', EXTEND, 'veo_9_secret', 0);
      await attack(page, 'teach', REFERENCES, 'veo_3_1_t2v_fast_ultra', 0);
      await takenIn(chromium, titled);
      await composer.action('Extend');
      await expect(composer.button('Extend · 10 credits')).toBeVisible();
      await composer.action('References');
      await expect(composer.button('Make 1 take · 10 credits')).toBeVisible();
      expect(twin.submits).toHaveLength(1);
      return popup;
    });

  await test.step('a clip that a page makes up is not taken for that of a job whose answer was lost', async () => {
    await new Composer(popup).action('Reshoot');
    twin.mishap('submit', { cut: 'before' });
    await reshoot(popup, 'Low');
    await expectState(popup, 'Low', 'Unknown: may have been charged');
    const lost = submitCalls(twin).at(-1);
    const seed = Number(/"seed":(\d+)/.exec(lost?.body ?? '')?.[1]);
    const ids = { workflowId: crypto.randomUUID(), mediaKey: crypto.randomUUID() };
    const mediaId = encodeMediaId({ kind: 'video', projectId: elm.id, ...ids });
    const lists = () => twin.calls.filter(({ path }) => path.includes('searchProjectWorkflows'));
    const before = lists().length;
    await attack(page, 'makeUp', mediaId, seed, 'veo_3_0_reshoot_landscape');
    await takenIn(chromium, titled);
    const { media } = await stored(chromium);
    expect(media.filter(({ id }) => id === mediaId)).toMatchObject([{ seed }]);
    // The list itself was asked, and has no such clip.
    await expect.poll(() => lists().length).toBeGreaterThan(before);
    await expectState(popup, 'Low', 'Unknown: may have been charged');
    // The one that was taken is the true one of before.
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
  });
});
