import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { startTwin, type Twin } from '../twin/twin';
import { startBare } from './support/bare-chromium';
import { connected, expect, test } from './support/fixtures';
import { expectState, expectTruth, reshoot, statusCalls } from './support/truth';

const WATCHED_MS = 180_000;
const GAP_MOST_MS = 30_000;

const newProfile = () => mkdtempSync(join(tmpdir(), 'second-take-idle-'));

/** A profile whose one job runs at Flow for much longer than it is watched. */
async function profileWithRunningJob(twin: Twin): Promise<string> {
  const profile = newProfile();
  const chromium = await launch({ twin, profile });
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm'));
  const popup = await chromium.openOwn('popup.html');
  await connected(popup);
  await reshoot(popup, 'Orbit up');
  await expectState(popup, 'Orbit up', 'Running');
  await chromium.close();
  return profile;
}

/** Longest silence between two status calls, from `from` to `to`. */
function longestSilence(twin: Twin, from: number, to: number): number {
  const times = statusCalls(twin)
    .map(({ at }) => at)
    .filter((at) => at >= from && at <= to);
  const all = [from, ...times, to];
  return Math.max(...all.slice(1).map((at, index) => at - (all[index] ?? from)));
}

async function followsRunningJob(): Promise<void> {
  const twin = await startTwin();
  twin.holdWork();
  const profile = await profileWithRunningJob(twin);
  const before = statusCalls(twin).length;
  const chromium = await startBare(twin, profile, twin.pageUrl('elm'));
  try {
    await expect.poll(() => statusCalls(twin).length, { timeout: 20_000 }).toBeGreaterThan(before);
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
    expect(longestSilence(twin, from, Date.now())).toBeLessThanOrEqual(GAP_MOST_MS);
    expect(await chromium.workers()).toHaveLength(1);
    expectTruth(twin, { reached: 1, accepted: 1, charged: 20 });
  } finally {
    await chromium.close();
    await twin.stop();
    await removeFolder(profile);
  }
}

async function sleepsWithoutJobs(): Promise<void> {
  const twin = await startTwin();
  const profile = newProfile();
  const chromium = await startBare(twin, profile, twin.pageUrl('elm'));
  try {
    const count = async () => (await chromium.workers()).length;
    await expect.poll(count, { timeout: 15_000 }).toBe(1);
    await expect.poll(count, { timeout: 75_000, intervals: [2000] }).toBe(0);
    // And stays asleep: nothing of its own wakes it.
    await new Promise((resolve) => setTimeout(resolve, 45_000));
    expect(await count()).toBe(0);
    expect(statusCalls(twin)).toEqual([]);
  } finally {
    await chromium.close();
    await twin.stop();
    await removeFolder(profile);
  }
}

test('with no debugger attached, a running job is asked about for three minutes, and without jobs the worker sleeps', async () => {
  const [running, idle] = await Promise.allSettled([followsRunningJob(), sleepsWithoutJobs()]);
  expect([running, idle]).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'fulfilled', value: undefined },
  ]);
});
