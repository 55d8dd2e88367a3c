import type { Page } from '@playwright/test';
import type { Call, Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { atRest } from './at-rest';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';
import { balanceOf, expectState, sceneOf, sentTwice, statusCalls, submitCalls } from './truth';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

// Up to 45 s by the product's own pace on a machine with nothing else to do.
test.describe.configure({ timeout: 150_000 });
test.beforeEach(async ({ pace }) => pace(1, 8));

async function wish(popup: Page, title: string, ...moves: string[]): Promise<void> {
  await choose.clip(popup, title);
  await choose.moves(popup, ...moves);
  await choose.send(popup, /^Reshoot \d+ moves? ·/);
  await choose.noMoves(popup, ...moves);
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

/** Ada's page first, then Ben's in a second tab: from then on the session address says Ben. */
async function both(
  openFlow: (project: string, search?: string) => Promise<Page>,
  openPopup: () => Promise<Page>,
) {
  const adasPage = await openFlow('elm');
  const popup = await openPopup();
  await connected(popup);
  await wish(popup, CLIPS.witch.title, 'Orbit up', 'Orbit down');
  const bensPage = await openFlow('attic', `?as=${BEN}`);
  await connected(popup, 'Attic, first snow');
  await wish(popup, CLIPS.attic.title, 'Low', 'High');
  await choose.jobs(popup);
  return { adasPage, bensPage, popup };
}

test('jobs of two accounts run side by side, each with the token of its own', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const finish = twin.holdWork();
  const { popup } = await both(openFlow, openPopup);
  await expect.poll(() => twin.submits.length).toBe(4);
  await expect
    .poll(() => answered(statusCalls(twin), BEN), { timeout: 15_000 })
    .toBeGreaterThanOrEqual(2);
  finish();
  for (const move of ['Orbit up', 'Orbit down', 'Low', 'High'])
    await expectState(popup, move, 'Done', 40_000);
  expect(twin.submits.map(({ account, move }) => [account, move])).toEqual([
    [ADA, 'RESHOOT_MOTION_TYPE_UP'],
    [ADA, 'RESHOOT_MOTION_TYPE_DOWN'],
    [BEN, 'RESHOOT_MOTION_TYPE_STATIONARY_UP'],
    [BEN, 'RESHOOT_MOTION_TYPE_STATIONARY_DOWN'],
  ]);
  expect(strangers(twin)).toEqual([]);
  expect(sentTwice(twin)).toEqual([]);
  expect(statusCalls(twin).filter(({ status }) => status !== 200)).toEqual([]);
  expect(answered(statusCalls(twin), ADA)).toBeGreaterThanOrEqual(3);
  expect(answered(statusCalls(twin), BEN)).toBeGreaterThanOrEqual(3);
  expect([balanceOf(twin, ADA), balanceOf(twin, BEN)]).toEqual([1500, 640]);
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
  expect(strangers(twin)).toEqual([]);
  expect(sentTwice(twin)).toEqual([]);
  expect([balanceOf(twin, ADA), balanceOf(twin, BEN)]).toEqual([1500, 640]);
});

test('the account whose page came first signs out: the other goes on, and it comes back', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const finish = twin.holdWork();
  const { adasPage, popup } = await both(openFlow, openPopup);
  await expect.poll(() => twin.submits.length).toBe(4);
  twin.signOut(ADA);
  await expect.poll(() => statusCalls(twin).some(({ status }) => status === 401)).toBe(true);
  finish();
  await expectState(popup, 'Low', 'Done', 30_000);
  await expectState(popup, 'High', 'Done', 30_000);
  await expectState(popup, 'Orbit up', /^Running/);
  await expectState(popup, 'Orbit down', /^Running/);
  await adasPage.goto(`${twin.pageUrl('elm')}?as=${ADA}`);
  await expectState(popup, 'Orbit up', 'Done', 30_000);
  await expectState(popup, 'Orbit down', 'Done', 30_000);
  expect(strangers(twin)).toEqual([]);
  expect(sentTwice(twin)).toEqual([]);
  expect([balanceOf(twin, ADA), balanceOf(twin, BEN)]).toEqual([1500, 640]);
});
