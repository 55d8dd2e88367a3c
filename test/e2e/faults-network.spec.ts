import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIPS } from '../twin/world';
import { countFailedFetches } from './support/failed-fetches';
import { expect, test } from './support/fixtures';
import { goOffline } from './support/offline';
import {
  expectActions,
  expectState,
  expectTruth,
  reshoot,
  statusCalls,
  submitCalls,
} from './support/truth';

/** Less than the extension wants a URL to be good for. */
const SIGNED_FOR_MS = 60_000;

test.beforeEach(async ({ pace }) => pace(1, 8));

test.describe('the connection', () => {
  // Reaches the worker too: its fetch fails, and it hears offline and online.
  test('offline: waiting jobs wait and running ones are asked about later, back: all go on', async ({
    openFlow,
    openPopup,
    chromium,
    twin,
    pace,
  }) => {
    await pace(600, 8);
    const finish = twin.holdWork();
    await openFlow();
    const popup = await openPopup();
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Running');
    const failed = await countFailedFetches(chromium);
    const goOnline = await goOffline(chromium, twin, popup);
    // From now on only the network keeps the second one.
    await pace(1, 8);
    await expect(popup.getByText(/No network/)).toBeVisible();
    await expect.poll(failed).toBeGreaterThanOrEqual(1);
    await expectState(popup, 'Orbit up', 'Running');
    await expectState(popup, 'Orbit down', 'Waiting');
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
    finish();
    await goOnline();
    await expect(popup.getByText(/No network/)).toBeHidden();
    await expectState(popup, 'Orbit down', 'Done', 20_000);
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  });

  // The browser believes that it is online here: Flow alone cannot be reached.
  test('Flow cannot be reached: running jobs are asked about again until they are done', async ({
    openFlow,
    openPopup,
    chromium,
    twin,
  }) => {
    const finish = twin.holdWork();
    await openFlow();
    const popup = await openPopup();
    await reshoot(popup, 'Orbit up');
    await expectState(popup, 'Orbit up', 'Running');
    const failed = await countFailedFetches(chromium);
    const plugIn = twin.unplug();
    await expect.poll(failed).toBeGreaterThanOrEqual(1);
    await expectState(popup, 'Orbit up', 'Running');
    finish();
    plugIn();
    await expectState(popup, 'Orbit up', 'Done', 30_000);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  });
});

test.describe('no answer', () => {
  test('calls that hang end after a minute: the submit is unknown, the status is asked again', async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    twin.mishap('status', { hang: 'before' });
    await reshoot(popup, 'Orbit up');
    await expect.poll(() => statusCalls(twin).length).toBe(1);
    twin.mishap('submit', { hang: 'after' });
    await popup.keyboard.press('Escape');
    await reshoot(popup, 'Orbit down');
    await expectState(popup, 'Orbit down', 'Sending');
    await expectState(popup, 'Orbit up', 'Running');
    const waited = () =>
      [statusCalls(twin)[0], submitCalls(twin)[1]].map(
        (call) => (call?.leftAt ?? 0) - (call?.at ?? 0),
      );
    await expect.poll(() => Math.min(...waited()), { timeout: 90_000 }).toBeGreaterThan(0);
    expect(Math.min(...waited())).toBeGreaterThanOrEqual(59_000);
    await expectState(popup, 'Orbit up', 'Done', 30_000);
    await expectState(popup, 'Orbit down', 'Done', 30_000);
    expect(statusCalls(twin).length).toBeGreaterThanOrEqual(2);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  });
});

test.describe('addresses that run out', () => {
  test.use({ twinOptions: { signedForMs: SIGNED_FOR_MS } });

  test('a result is previewed and saved from a fresh address', async ({
    openFlow,
    openPopup,
    chromium,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    await reshoot(popup, 'High');
    await expectState(popup, 'High', 'Done', 20_000);
    twin.clock.advance(SIGNED_FOR_MS + 1000);
    const asked = statusCalls(twin).length;
    await popup.getByRole('button', { name: /^Preview Reshoot/ }).click();
    const video = popup.locator('.job-preview video');
    const width = () => video.evaluate((element: HTMLVideoElement) => element.videoWidth);
    await expect.poll(width).toBe(1280);
    expect(statusCalls(twin)).toHaveLength(asked + 1);
    twin.clock.advance(SIGNED_FOR_MS + 1000);
    await popup.getByRole('button', { name: /^Save Reshoot/ }).click();
    const file = join(chromium.downloads, `${CLIPS.witch.title} – High.mp4`);
    const made = twin.media().at(-1)?.file ?? '';
    await expect
      .poll(() => existsSync(file) && readFileSync(file).equals(readFileSync(made)))
      .toBe(true);
    expect(submitCalls(twin)).toHaveLength(1);
    await expectActions(popup, 'High', 'Save', 'Compare with source');
  });
});
