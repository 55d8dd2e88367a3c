import { CLIPS } from '../twin/world';
import { atRest } from './at-rest';
import { choose } from './choose';
import { expect, test } from './fixtures';
import { stopWorker } from './stop-worker';
import { expectState, expectTruth, reshoot } from './truth';

test('stopping the worker in the middle of a run loses nothing and pays nothing twice', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 2);
  const finish = twin.holdWork();
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'Orbit up', 'Orbit down', 'Dolly in', 'High');
  await choose.send(popup, 'Reshoot 4 moves · 80 credits');
  await choose.jobs(popup);
  await choose.everyJob(popup);
  await expect(popup.getByText(/^Running/)).toHaveCount(2);
  await stopWorker(chromium.context, popup);
  finish();
  await expect(popup.getByText(/^Done in/)).toHaveCount(4, { timeout: 40_000 });
  expect(twin.submits).toHaveLength(4);
  expect(new Set(twin.submits.map(({ move }) => move)).size).toBe(4);
  expect(twin.accounts.find(({ email }) => email === 'ada@example.com')?.balance).toBe(1540 - 80);
});

test('a worker that was stopped while sending says that it does not know', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  twin.holdWork();
  const release = twin.holdReplies('submit');
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Sending');
  await expect.poll(() => twin.submits.length).toBe(1);
  await stopWorker(chromium.context, popup);
  release();
  await expectState(popup, 'Orbit up', 'Unknown: may have been charged');
  // Whatever would be sent again has its turn before a wish that comes later.
  await popup.keyboard.press('Escape');
  await reshoot(popup, 'Low');
  await expectState(popup, 'Low', 'Running');
  await expectState(popup, 'Orbit up', 'Unknown: may have been charged');
  expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  await choose.jobAction(popup, /Reshoot.*Orbit up/, 'Forget');
  await expectState(popup, 'Orbit up', 'Cancelled');
});

test('a token that ended is renewed and the request goes out once', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'Orbit up');
  twin.mishap('submit', { tokenEnds: true });
  await choose.send(popup, 'Reshoot 1 move · 20 credits');
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  const submits = twin.calls.filter(({ path }) => path.includes('ReshootVideo'));
  expect(submits.map(({ status }) => status)).toEqual([401, 200]);
  expect(twin.submits).toHaveLength(1);
});

test('when Flow wants its own verification, the whole queue stops and says so', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  twin.mishap('submit', {
    refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
  });
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'Orbit up', 'Orbit down');
  await choose.send(popup, 'Reshoot 2 moves · 40 credits');
  await expect(popup.getByText(/Flow asks for its own verification/)).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Resume' })).toBeDisabled();
  await atRest(chromium);
  expect(twin.submits).toEqual([]);
  expect(twin.calls.filter(({ path }) => path.includes('ReshootVideo'))).toHaveLength(1);
});
