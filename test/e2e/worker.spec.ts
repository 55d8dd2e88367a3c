import { CLIPS } from '../twin/world';
import { atRest } from './support/at-rest';
import { expect, test } from './support/fixtures';
import { chooseForJob, openJobs, showEveryJob } from './support/job-list';
import { stopWorker } from './support/stop-worker';
import { balanceOf, expectState, expectTruth, reshoot } from './support/truth';

test('nothing is lost or paid twice when the worker stops, a token ends or Flow says stop', async ({
  popup,
  composer,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 2);
  const reshoots = () => twin.calls.filter(({ path }) => path.includes('ReshootVideo'));

  await test.step('stopping the worker in the middle of a run loses nothing and pays nothing twice', async () => {
    const finish = twin.holdWork();
    await composer.clip(CLIPS.witch.title);
    await composer.moves('Orbit up', 'Orbit down', 'Dolly in', 'High');
    await composer.send('Reshoot 4 moves · 80 credits');
    await openJobs(popup);
    await showEveryJob(popup);
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
    // Whatever would be sent again has its turn before a batch that comes later.
    await popup.keyboard.press('Escape');
    await reshoot(popup, 'Low');
    await expectState(popup, 'Low', 'Running');
    await expectState(popup, 'Orbit left', 'Unknown: may have been charged');
    expectTruth(twin, { reached: 6, accepted: 6, charged: 120 });
    await chooseForJob(popup, /Reshoot.*Orbit left/, 'Forget');
    await expectState(popup, 'Orbit left', 'Cancelled');
    finish();
  });

  await test.step('a token that ended is renewed and the request goes out once', async () => {
    await popup.keyboard.press('Escape');
    await composer.noMoves('Low');
    await composer.moves('Closer');
    const before = reshoots().length;
    twin.mishap('submit', { tokenEnds: true });
    await composer.send('Reshoot 1 move · 20 credits');
    await openJobs(popup);
    await expectState(popup, 'Closer', 'Done in', 30_000);
    await expectState(popup, 'Low', 'Done in', 30_000);
    const submits = reshoots().slice(before);
    expect(submits.map(({ status }) => status)).toEqual([401, 200]);
    expect(twin.submits).toHaveLength(7);
  });

  await test.step('when Flow wants its own verification, the whole queue stops and says so', async () => {
    await popup.keyboard.press('Escape');
    await composer.noMoves('Closer');
    await composer.moves('Further', 'Left');
    const before = reshoots().length;
    twin.mishap('submit', {
      refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
    });
    await composer.send('Reshoot 2 moves · 40 credits');
    await expect(popup.getByText(/Flow asks for its own verification/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeDisabled();
    await atRest(chromium);
    expect(twin.submits).toHaveLength(7);
    expect(reshoots()).toHaveLength(before + 1);
  });
});
