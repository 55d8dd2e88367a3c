import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIPS } from '../twin/world';
import { expect, test } from './fixtures';
import {
  expectActions,
  expectState,
  expectTruth,
  reshoot,
  statusCalls,
  submitCalls,
} from './truth';

test.beforeEach(async ({ pace }) => pace(1, 8));

test.describe('the connection', () => {
  test.use({ twinOptions: { durationsMs: { reshoot: 6000 } } });

  // Reaches the worker too: its fetch fails (ERR_INTERNET_DISCONNECTED) and it hears offline and online.
  test('offline: waiting jobs wait and running ones are asked about later, back: all go on', async ({
    openFlow,
    openPopup,
    chromium,
    twin,
    pace,
  }) => {
    await pace(3, 8);
    await openFlow();
    const popup = await openPopup();
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expectState(popup, 'Orbit up', 'Running');
    await chromium.context.setOffline(true);
    const asked = statusCalls(twin).length;
    await expect(popup.getByText(/No network/)).toBeVisible();
    await popup.waitForTimeout(8000);
    await expectState(popup, 'Orbit up', 'Running');
    await expectState(popup, 'Orbit down', 'Waiting');
    expect(statusCalls(twin)).toHaveLength(asked);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
    await chromium.context.setOffline(false);
    await expect(popup.getByText(/No network/)).toBeHidden();
    await expectState(popup, 'Orbit down', /^Running|^Done/);
    await expectState(popup, 'Orbit up', 'Done', 20_000);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  });

  // The browser believes that it is online here: Flow alone cannot be reached.
  test('Flow cannot be reached: running jobs are asked about again until they are done', async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    await openFlow();
    const popup = await openPopup();
    await reshoot(popup, 'Orbit up');
    await expect.poll(() => statusCalls(twin).length).toBeGreaterThanOrEqual(1);
    const plugIn = twin.unplug();
    await popup.waitForTimeout(7000);
    await expectState(popup, 'Orbit up', 'Running');
    plugIn();
    await expectState(popup, 'Orbit up', 'Done', 30_000);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  });
});

test.describe('no answer', () => {
  test.use({ twinOptions: { durationsMs: { reshoot: 500 } } });

  test('calls that hang end after a minute: the submit is unknown, the status is asked again', async ({
    openFlow,
    openPopup,
    twin,
  }) => {
    test.setTimeout(150_000);
    await openFlow();
    const popup = await openPopup();
    twin.mishap('status', { hang: 'before' });
    await reshoot(popup, 'Orbit up');
    await expect.poll(() => statusCalls(twin).length).toBe(1);
    twin.mishap('submit', { hang: 'after' });
    await popup.keyboard.press('Escape');
    await reshoot(popup, 'Orbit down');
    await expectState(popup, 'Orbit down', 'Sending');
    await popup.waitForTimeout(50_000);
    await expectState(popup, 'Orbit down', 'Sending');
    await expectState(popup, 'Orbit up', 'Running');
    await expectState(popup, 'Orbit up', 'Done', 30_000);
    await expectState(popup, 'Orbit down', 'Done', 30_000);
    expect(statusCalls(twin).length).toBeGreaterThanOrEqual(2);
    expectTruth(twin, { reached: 2, accepted: 2, charged: 40 });
  });
});

test.describe('addresses that run out', () => {
  test.use({ twinOptions: { signedForMs: 3000, durationsMs: { reshoot: 500 } } });

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
    await popup.waitForTimeout(4000);
    const asked = statusCalls(twin).length;
    await popup.getByRole('button', { name: /^Preview Reshoot/ }).click();
    const video = popup.locator('.job-preview video');
    const width = () => video.evaluate((element: HTMLVideoElement) => element.videoWidth);
    await expect.poll(width).toBe(1280);
    expect(statusCalls(twin)).toHaveLength(asked + 1);
    await popup.waitForTimeout(4000);
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
