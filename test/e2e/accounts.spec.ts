import type { Page } from '@playwright/test';
import type { Call, Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { atRest } from './support/at-rest';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import {
  balanceOf,
  expectState,
  sceneOf,
  sentTwice,
  statusCalls,
  submitCalls,
} from './support/truth';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

// Up to 45 s by the product's own pace on a machine with nothing else to do.
test.beforeEach(async ({ pace }) => pace(1, 8));

async function batch(popup: Page, title: string, ...moves: string[]): Promise<void> {
  const composer = new Composer(popup);
  // A page behind another makes a frame a second, and each press waits for two.
  await popup.bringToFront();
  await composer.clip(title);
  await composer.moves(...moves);
  await composer.send(/^Reshoot \d+ moves? ·/);
  await composer.noMoves(...moves);
}

const ownerOf = (twin: Twin, scene: string) =>
  twin.submits.find(({ sceneId }) => sceneId === scene)?.account;

/** Calls that carried a token of another account than the job's own. */
function strangers(twin: Twin): Call[] {
  const submits = submitCalls(twin).filter(
    (call) => call.status === 200 && call.account !== ownerOf(twin, sceneOf(call)),
  );
  const statuses = statusCalls(twin).filter((call) => {
    const scenes = [...(call.body ?? '').matchAll(/"sceneId":"([^"]+)"/g)].map(([, id = '']) => id);
    return call.status !== 401 && scenes.some((scene) => ownerOf(twin, scene) !== call.account);
  });
  return [...submits, ...statuses];
}

const answered = (calls: readonly Call[], email: string) =>
  calls.filter(({ account, status }) => account === email && status === 200).length;

function expectNoStrangers(twin: Twin): void {
  expect(strangers(twin)).toEqual([]);
  expect(sentTwice(twin)).toEqual([]);
}

/** Ada's page first, then Ben's in a second tab: from then on the session URL says Ben. */
async function both(
  openFlow: (project: string, search?: string) => Promise<Page>,
  openPopup: () => Promise<Page>,
) {
  const adasPage = await openFlow('elm');
  const popup = await openPopup();
  await connected(popup);
  await batch(popup, CLIPS.witch.title, 'Orbit up', 'Orbit down');
  const bensPage = await openFlow('attic', `?as=${BEN}`);
  await connected(popup, 'Attic, first snow');
  await batch(popup, CLIPS.attic.title, 'Low', 'High');
  await openJobs(popup);
  return { adasPage, bensPage, popup };
}

test('jobs of two accounts run side by side; the one whose page came first signs out, and comes back', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const finish = twin.holdWork();
  const { adasPage, popup } = await both(openFlow, openPopup);

  await test.step('each is sent and asked about with the token of its own', async () => {
    await expect.poll(() => twin.submits.length).toBe(4);
    for (const email of [ADA, BEN])
      await expect
        .poll(() => answered(statusCalls(twin), email), { timeout: 15_000 })
        .toBeGreaterThanOrEqual(2);
    expect(twin.submits.map(({ account, move }) => [account, move])).toEqual([
      [ADA, 'RESHOOT_MOTION_TYPE_UP'],
      [ADA, 'RESHOOT_MOTION_TYPE_DOWN'],
      [BEN, 'RESHOOT_MOTION_TYPE_STATIONARY_UP'],
      [BEN, 'RESHOOT_MOTION_TYPE_STATIONARY_DOWN'],
    ]);
    expect(statusCalls(twin).filter(({ status }) => status !== 200)).toEqual([]);
    expectNoStrangers(twin);
  });

  await test.step('the first signs out: the other goes on to its end', async () => {
    twin.signOut(ADA);
    await expect.poll(() => statusCalls(twin).some(({ status }) => status === 401)).toBe(true);
    finish();
    await expectState(popup, 'Low', 'Done', 30_000);
    await expectState(popup, 'High', 'Done', 30_000);
    await expectState(popup, 'Orbit up', /^Running/);
    await expectState(popup, 'Orbit down', /^Running/);
  });

  await test.step('it comes back, and its jobs come to their end', async () => {
    await adasPage.goto(`${twin.pageUrl('elm')}?as=${ADA}`);
    await expectState(popup, 'Orbit up', 'Done', 30_000);
    await expectState(popup, 'Orbit down', 'Done', 30_000);
    expectNoStrangers(twin);
    expect([balanceOf(twin, ADA), balanceOf(twin, BEN)]).toEqual([1500, 640]);
  });
});

test('one account signs out: its jobs wait, those of the other go on, and none is lost', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 3);
  const finish = twin.holdWork();
  const { bensPage, popup } = await both(openFlow, openPopup);
  await expectState(popup, 'High', /^Running/);
  twin.signOut(BEN);
  const refused = () => statusCalls(twin).filter(({ status }) => status === 401).length;
  await expect.poll(refused).toBe(1);
  finish();
  await expectState(popup, 'Orbit up', 'Done', 30_000);
  await expectState(popup, 'Orbit down', 'Done', 30_000);
  await expectState(popup, 'High', /^Running/);
  await expectState(popup, 'Low', 'Waiting');
  // With nobody to ask for, nothing is asked any more.
  await atRest(chromium);
  expect(refused()).toBe(1);
  await bensPage.goto(`${twin.pageUrl('attic')}?as=${BEN}`);
  await expect.poll(() => twin.submits.length).toBe(4);
  await expectState(popup, 'High', 'Done', 30_000);
  await expectState(popup, 'Low', 'Done', 30_000);
  expectNoStrangers(twin);
  expect([balanceOf(twin, ADA), balanceOf(twin, BEN)]).toEqual([1500, 640]);
});
