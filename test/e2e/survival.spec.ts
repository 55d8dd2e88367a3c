import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Launched, launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { CLIPS } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import { stopWorker } from './support/stop-worker';
import { expectState, expectTruth, reshoot, statusCalls, submitCalls } from './support/truth';

test('no job is lost where the worker is stopped while jobs wait, run, are saved and are on their way', async ({
  popup,
  chromium,
  twin,
  pace,
}) => {
  await pace(600, 8);

  await test.step('while a job waits: it is sent in its turn, once', async () => {
    const finish = twin.holdWork();
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Running');
    await expectState(popup, 'Orbit down', 'Waiting');
    await expect.poll(() => statusCalls(twin).length).toBeGreaterThanOrEqual(1);
    await stopWorker(chromium.context, popup);
    const asked = statusCalls(twin).length;
    // The new worker has gone round: it remembers when the first one was sent.
    await expect.poll(() => statusCalls(twin).length).toBeGreaterThan(asked);
    await expectState(popup, 'Orbit down', 'Waiting');
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
    finish();
    await pace(6, 8);
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    await expectState(popup, 'Orbit down', 'Done', 20_000);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
    const [first, second] = submitCalls(twin);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(5900);
  });

  await pace(1, 8);
  await test.step('while a job runs: it is followed to its end', async () => {
    await popup.keyboard.press('Escape');
    const finish = twin.holdWork();
    const asked = statusCalls(twin).length;
    await reshoot(popup, 'High');
    await expect.poll(() => statusCalls(twin).length).toBeGreaterThan(asked);
    await stopWorker(chromium.context, popup);
    await expectState(popup, 'High', 'Running');
    finish();
    await expectState(popup, 'High', 'Done', 20_000);
    expectTruth(twin, { reached: 3, accepted: 3, charged: 60 });
  });

  await test.step('while a result is saved: stopping the worker does not break the file', async () => {
    const result = twin.media().at(-1);
    const made = readFileSync(result?.file ?? '');
    const letGo = twin.holdFiles();
    const saving = () =>
      twin.calls.filter(({ path }) => path.endsWith(`/video/${result?.mediaKey}`)).length;
    const before = saving();
    await popup.getByRole('button', { name: /^Save Reshoot.*High/ }).click();
    await expect.poll(saving).toBe(before + 1);
    await stopWorker(chromium.context, popup);
    const file = join(chromium.downloads, `${CLIPS.witch.title} – High.mp4`);
    const whole = () => existsSync(file) && readFileSync(file).equals(made);
    expect(whole()).toBe(false);
    letGo();
    await expect.poll(whole, { timeout: 20_000 }).toBe(true);
    expect(saving()).toBe(before + 1);
    expectTruth(twin, { reached: 3, accepted: 3, charged: 60 });
  });

  await test.step('while a submit is on its way: unknown at first, then settled, and paid once', async () => {
    await popup.keyboard.press('Escape');
    const finish = twin.holdWork();
    const release = twin.holdReplies('submit');
    const sent = twin.submits.length;
    await reshoot(popup, 'Dolly in', 'Dolly out');
    await expectState(popup, 'Dolly in', 'Sending');
    await expect.poll(() => twin.submits.length).toBe(sent + 1);
    await stopWorker(chromium.context, popup);
    release();
    await expectState(popup, 'Dolly in', 'Unknown: may have been charged');
    await expectState(popup, 'Dolly out', 'Running');
    finish();
    await expectState(popup, 'Dolly in', 'Done', 40_000);
    expectTruth(twin, { reached: 5, accepted: 5, charged: 100 });
  });
});

test.describe('the browser is closed', () => {
  test('with jobs waiting, sending and running: they wait for a Flow tab and go on, nothing twice', async ({
    twin,
  }) => {
    const profile = mkdtempSync(join(tmpdir(), 'second-take-reopened-'));
    const setPace = async (chromium: Launched, gapSeconds: number) => {
      const worker = await chromium.worker();
      await worker.evaluate((settings) => chrome.storage.local.set({ settings }), {
        gapSeconds,
        atOnce: 8,
      });
    };
    const openFlow = async (chromium: Launched) => {
      const page = await chromium.context.newPage();
      await page.goto(twin.pageUrl('elm'));
    };
    const first = await launch({ twin, profile });
    const finish = twin.holdWork();
    await setPace(first, 1);
    await openFlow(first);
    const before = await first.openOwn('popup.html');
    await connected(before);
    await reshoot(before, 'Orbit up');
    await expectState(before, 'Orbit up', 'Running');
    const release = twin.holdReplies('submit');
    await before.keyboard.press('Escape');
    await reshoot(before, 'Orbit down', 'Low');
    await expectState(before, 'Orbit down', 'Sending');
    await expectState(before, 'Low', 'Waiting');
    await expect.poll(() => twin.submits.length).toBe(2);
    await first.close();

    const second = await launch({ twin, profile });
    const calls = twin.calls.length;
    const after = await second.openOwn('popup.html');
    await openJobs(after);
    await expectState(after, 'Orbit up', 'Running');
    await expectState(after, 'Orbit down', 'Unknown: may have been charged');
    await expectState(after, 'Low', 'Waiting');
    // The queue has gone round and found nobody.
    const hold = async () =>
      (await second.worker()).evaluate(() => chrome.storage.local.get('hold'));
    await expect.poll(hold).toMatchObject({ hold: { reason: 'signed-out' } });
    // Posters apart, nothing is asked of Flow.
    const asked = twin.calls.slice(calls).filter(({ host }) => host !== 'storage.googleapis.com');
    expect(asked).toEqual([]);
    release();
    await openFlow(second);
    await expectState(after, 'Low', 'Running');
    finish();
    await expectState(after, 'Orbit up', 'Done', 20_000);
    await expectState(after, 'Orbit down', 'Done', 40_000);
    await expectState(after, 'Low', 'Done', 40_000);
    expectTruth(twin, { reached: 3, accepted: 3, charged: 60 });
    await second.close();
    await removeFolder(profile);
  });
});
