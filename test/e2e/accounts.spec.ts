import type { Page } from '@playwright/test';
import type { Call, Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';
import { balanceOf, expectState, sceneOf, sentTwice, statusCalls, submitCalls } from './truth';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

const LONG_MS = 120_000;

// Jobs end when the test lets the twin's clock go on.
test.use({ twinOptions: { durationsMs: { reshoot: LONG_MS } } });
test.beforeEach(async ({ pace }) => pace(1, 8));

async function wish(popup: Page, title: string, ...moves: string[]): Promise<void> {
  await choose.clip(popup, title);
  await choose.moves(popup, ...moves);
  await popup.getByRole('button', { name: /^Reshoot \d+ moves? ·/ }).click();
  await expect(popup.getByRole('button', { name: /^Sent/ })).toBeVisible();
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
  const { popup } = await both(openFlow, openPopup);
  await expect.poll(() => twin.submits.length).toBe(4);
  await expect.poll(() => answered(statusCalls(twin), BEN), { timeout: 15_000 }).toBe(2);
  twin.clock.advance(LONG_MS);
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
  twin,
  pace,
}) => {
  await pace(2, 8);
  const { bensPage, popup } = await both(openFlow, openPopup);
  await expectState(popup, 'Low', /^Running/);
  await pace(1, 8);
  twin.signOut(BEN);
  await expect.poll(() => statusCalls(twin).some(({ status }) => status === 401)).toBe(true);
  twin.clock.advance(LONG_MS);
  await expectState(popup, 'Orbit up', 'Done', 30_000);
  await expectState(popup, 'Orbit down', 'Done', 30_000);
  await expectState(popup, 'Low', /^Running/);
  const refused = twin.calls.filter(({ status }) => status === 401).length;
  await popup.waitForTimeout(6000);
  expect(twin.calls.filter(({ status }) => status === 401)).toHaveLength(refused);
  await bensPage.goto(`${twin.pageUrl('attic')}?as=${BEN}`);
  await expect.poll(() => twin.submits.length).toBe(4);
  twin.clock.advance(LONG_MS);
  await expectState(popup, 'Low', 'Done', 30_000);
  await expectState(popup, 'High', 'Done', 30_000);
  expect(strangers(twin)).toEqual([]);
  expect(sentTwice(twin)).toEqual([]);
  expect([balanceOf(twin, ADA), balanceOf(twin, BEN)]).toEqual([1500, 640]);
});

test('the account whose page came first signs out: the other goes on, and it comes back', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const { adasPage, popup } = await both(openFlow, openPopup);
  await expect.poll(() => twin.submits.length).toBe(4);
  twin.signOut(ADA);
  await expect.poll(() => statusCalls(twin).some(({ status }) => status === 401)).toBe(true);
  twin.clock.advance(LONG_MS);
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
