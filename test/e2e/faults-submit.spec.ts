import type { Mishap } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';
import { balanceOf, expectActions, expectState, expectTruth, reshoot, statusCalls } from './truth';

test.use({ twinOptions: { durationsMs: { reshoot: 500 } } });
test.beforeEach(async ({ pace }) => pace(1, 8));

const refuse = (code: number, status: string, reason?: string, message?: string): Mishap => ({
  refuse: { code, status, ...(reason && { reason }), ...(message && { message }) },
});

const REFUSED: readonly [string, Mishap, RegExp][] = [
  ['400', refuse(400, 'INVALID_ARGUMENT'), /did not accept this request/],
  ['404', refuse(404, 'NOT_FOUND'), /does not know this clip/],
  [
    '403 without access to the model',
    refuse(403, 'PERMISSION_DENIED', 'PUBLIC_ERROR_MODEL_ACCESS_DENIED'),
    /does not include this model/,
  ],
];

for (const [name, mishap, why] of REFUSED)
  test(`${name} on a submit: failed, not charged, and the queue goes on`, async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    twin.mishap('submit', mishap);
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Failed · not charged');
    await expect(popup.getByText(why)).toBeVisible();
    await expectState(popup, 'Orbit down', /^Running|^Done/);
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
  });

// Nothing was started and nothing says so: only the person can decide.
const LOST: readonly [string, Mishap][] = [
  ['500', refuse(500, 'INTERNAL')],
  ['503', refuse(503, 'UNAVAILABLE')],
  ['a connection that breaks', { cut: 'before' }],
];

for (const [name, mishap] of LOST)
  test(`${name} on a submit that was not taken: unknown, and never sent again by itself`, async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    twin.mishap('submit', mishap);
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Unknown: may have been charged');
    await expectActions(popup, 'Orbit up', 'Check again', 'Send again', 'Forget');
    await expectState(popup, 'Orbit down', /^Running|^Done/);
    await popup.waitForTimeout(3000);
    await expectState(popup, 'Orbit up', 'Unknown: may have been charged');
    expectTruth(twin, { reached: 2, accepted: 1, charged: 20 });
  });

// Flow took it and charged for it; what it said is lost, and the clip appears in the project.
const TAKEN: readonly [string, Mishap][] = [
  ['500', { body: 'error' }],
  ['a connection that breaks', { cut: 'after' }],
  ['half a JSON', { body: 'half' }],
  ['HTML', { body: 'html' }],
  ['an empty body', { body: 'empty' }],
];

for (const [name, mishap] of TAKEN)
  test(`${name} on a submit that was taken: settled by itself, and paid once`, async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    twin.mishap('submit', mishap);
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', /^Unknown: may have been charged|^Running|^Done/);
    await expectState(popup, 'Orbit down', /^Running|^Done/);
    await expectState(popup, 'Orbit up', 'Done', 40_000);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  });

// Chromium itself sends a request again when a connection that was used before breaks without a
// byte of an answer. Flow then answers the second one, whose sceneId it has had already.
test('a connection that breaks before any answer: what was charged is not called free', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  twin.mishap('submit', { reset: 'after' });
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Done', 20_000);
  expect(twin.submits).toHaveLength(1);
  expect(1540 - balanceOf(twin)).toBe(20);
});

test('an answer that carries the file itself is done at once, and free', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.street.title);
  await choose.action(popup, 'Upscale');
  await choose.send(popup, 'Upscale to 1080p · free');
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible();
  expectTruth(twin, { reached: 1, accepted: 1, charged: 0 });
  expect(statusCalls(twin)).toEqual([]);
});
