import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { encodeMediaId } from '../twin/media-id';
import type { Twin } from '../twin/twin';
import { CLIPS, PROJECTS } from '../twin/world';
import {
  attack,
  expectNothingGained,
  expectTrueSend,
  expectTrueView,
  noteRequests,
  stored,
  takenIn,
} from './support/attacked';
import { Composer } from './support/composer';
import { expect, test } from './support/fixtures';
import { FLOW_SITES, type FlowSite, goTo } from './support/flow-sites';
import { expectState, expectTruth, reshoot, submitCalls } from './support/truth';

const { elm, empty, harbour } = PROJECTS;
const EXTEND = 'batchAsyncGenerateVideoExtendVideo';
const REFERENCES = 'batchAsyncGenerateVideoReferenceImages';

interface Boat {
  readonly id: string;
  readonly file: string;
}

/** A clip of another project, by its id and its file on each site. */
const BOAT: Readonly<Record<FlowSite['name'], Boat>> = {
  'labs.google': {
    id: CLIPS.boat.mediaId,
    file: `https://storage.googleapis.com/ai-sandbox-videofx/video/${CLIPS.boat.mediaKey}`,
  },
  'flow.google.com': {
    id: CLIPS.boat.mediaKey,
    file: `https://flow-content.google/video/${CLIPS.boat.mediaKey}?Expires=9999999999`,
  },
};

const [LABS, FLOW_GOOGLE] = FLOW_SITES;

test.beforeEach(async ({ pace }) => pace(1, 8));

interface Given {
  readonly chromium: Launched;
  readonly twin: Twin;
  readonly openPopup: () => Promise<Page>;
}

/** A page forges balances, clips, titles without end and a right click, by a worker of its own. */
async function forgeAll(page: Page, { chromium, twin, openPopup }: Given, site: FlowSite) {
  const asked = noteRequests(chromium.context);
  const boat = BOAT[site.name];
  await goTo(page, twin, site, { project: 'harbour' });
  const boats = async () => (await stored(chromium)).media.filter(({ id }) => id === boat.id);
  await expect.poll(boats).toHaveLength(1);
  await goTo(page, twin, site, { query: '?attack' });
  const secrets = await site.secrets(page);
  await attack(page, 'takeOver');
  await attack(page, 'account');
  await attack(page, 'media', elm.id, boat.id, empty.id);
  await attack(page, 'flood');
  await attack(page, 'click', boat.file);
  await takenIn(chromium, (...project) => attack(page, 'titled', ...project));
  const popup = await openPopup();
  await expectTrueView(popup);
  await expectNothingGained(chromium, twin, { site, asked, secrets });
  return popup;
}

test('a page of flow.google.com whose own worker forges every answer gains nothing', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await forgeAll(page, { chromium, twin, openPopup }, FLOW_GOOGLE);
});

test('a page of labs.google whose own worker forges every answer gains nothing', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const page = await chromium.context.newPage();
  const title = (...project: [string, string]) => attack(page, 'titled', ...project);
  const popup = await forgeAll(page, { chromium, twin, openPopup }, LABS);
  await expectTrueSend(popup, twin);

  // A price below the known one is asked about, with both, before anything is sent.
  await attack(page, 'prices');
  await takenIn(chromium, title);
  await popup.getByRole('button', { name: 'Reshoot 1 move · free' }).click();
  await expect(popup.getByText(/names a lower price than is known: free/)).toBeVisible();
  expect(twin.submits).toHaveLength(1);
});

/** A page that opens another holds its port and floods it, and a frame of it is Flow as well. */
async function floodPort(page: Page, { chromium, twin, openPopup }: Given, site: FlowSite) {
  const asked = noteRequests(chromium.context);
  await page.goto(site.pageUrl(twin, undefined, '?attack'));
  const secrets = await site.secrets(page);
  await attack(page, 'frame', site.pageUrl(twin, 'harbour'));
  await attack(page, 'openFresh', site.pageUrl(twin, 'elm'));
  expect(await attack(page, 'pour')).toEqual([]);
  await takenIn(chromium, (...project) => attack(page, 'titledByPort', ...project));
  const popup = await openPopup();
  await expectTrueView(popup);
  // What happens in a frame is no page of the user's.
  const { local, media } = await stored(chromium);
  expect(local.projects).toMatchObject({ [elm.id]: elm.title });
  expect(media.filter(({ projectId }) => projectId === harbour.id)).toEqual([]);
  await expectNothingGained(chromium, twin, { site, asked, secrets });
  return { popup, local };
}

test('a page of flow.google.com that opens another and holds its port gains nothing', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await floodPort(page, { chromium, twin, openPopup }, FLOW_GOOGLE);
});

test('a page of labs.google that opens another and holds its port gains nothing', async ({
  chromium,
  openPopup,
  twin,
}) => {
  const page = await chromium.context.newPage();
  const titled = (...project: [string, string]) => attack(page, 'titledByPort', ...project);

  const popup =
    await test.step('a page that opens another, holds its port and floods it gains nothing', async () => {
      const { popup, local } = await floodPort(page, { chromium, twin, openPopup }, LABS);
      expect(local.projects).not.toHaveProperty(harbour.id);
      const composer = new Composer(popup);
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
