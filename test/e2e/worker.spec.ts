import { CLIPS } from '../twin/world';
import { atRest } from './support/at-rest';
import { choose } from './support/choose';
import { expect, test } from './support/fixtures';
import { stopWorker } from './support/stop-worker';
import { balanceOf, expectState, expectTruth, reshoot } from './support/truth';

test('nothing is lost or paid twice when the worker stops, a token ends or Flow says stop', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  test.setTimeout(150_000);
  await pace(1, 2);
  await openFlow();
  const popup = await openPopup();
  const reshoots = () => twin.calls.filter(({ path }) => path.includes('ReshootVideo'));

  await test.step('stopping the worker in the middle of a run loses nothing and pays nothing twice', async () => {
    const finish = twin.holdWork();
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
    expect(balanceOf(twin)).toBe(1540 - 80);
  });

  await pace(1, 8);
  await test.step('a worker that was stopped while sending says that it does not know', async () => {
    await popup.keyboard.press('Escape');
    const finish = twin.holdWork();
    const release = twin.holdReplies('submit');
    await reshoot(popup, 'Orbit left');
    await expectState(popup, 'Orbit left', 'Sending');
    await expect.poll(() => twin.submits.length).toBe(5);
    await stopWorker(chromium.context, popup);
    release();
    await expectState(popup, 'Orbit left', 'Unknown: may have been charged');
    // Whatever would be sent again has its turn before a wish that comes later.
    await popup.keyboard.press('Escape');
    await reshoot(popup, 'Low');
    await expectState(popup, 'Low', 'Running');
    await expectState(popup, 'Orbit left', 'Unknown: may have been charged');
    expectTruth(twin, { reached: 6, accepted: 6, charged: 120 });
    await choose.jobAction(popup, /Reshoot.*Orbit left/, 'Forget');
    await expectState(popup, 'Orbit left', 'Cancelled');
    finish();
  });

  await test.step('a token that ended is renewed and the request goes out once', async () => {
    await popup.keyboard.press('Escape');
    await choose.noMoves(popup, 'Low');
    await choose.moves(popup, 'Closer');
    const before = reshoots().length;
    twin.mishap('submit', { tokenEnds: true });
    await choose.send(popup, 'Reshoot 1 move · 20 credits');
    await choose.jobs(popup);
    await expectState(popup, 'Closer', 'Done in', 30_000);
    await expectState(popup, 'Low', 'Done in', 30_000);
    const submits = reshoots().slice(before);
    expect(submits.map(({ status }) => status)).toEqual([401, 200]);
    expect(twin.submits).toHaveLength(7);
  });

  await test.step('when Flow wants its own verification, the whole queue stops and says so', async () => {
    await popup.keyboard.press('Escape');
    await choose.noMoves(popup, 'Closer');
    await choose.moves(popup, 'Further', 'Left');
    const before = reshoots().length;
    twin.mishap('submit', {
      refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
    });
    await choose.send(popup, 'Reshoot 2 moves · 40 credits');
    await expect(popup.getByText(/Flow asks for its own verification/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeDisabled();
    await atRest(chromium);
    expect(twin.submits).toHaveLength(7);
    expect(reshoots()).toHaveLength(before + 1);
  });
});
