import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIPS, IMAGES } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';

const { witch, cat, street, balloon, boat } = CLIPS;

test.beforeEach(async ({ pace }) => pace(1, 8));

test('a reshoot by three moves is three submits, each with its own sceneId', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, witch.title);
  await choose.moves(popup, 'Orbit left', 'Dolly in, zoom out', 'Low');
  await choose.send(popup, 'Reshoot 3 moves · 60 credits');
  await expect.poll(() => twin.submits.length, { timeout: 20_000 }).toBe(3);
  expect(twin.submits.map(({ move }) => move)).toEqual([
    'RESHOOT_MOTION_TYPE_RIGHT_TO_LEFT',
    'RESHOOT_MOTION_TYPE_DOLLY_IN_ZOOM_OUT',
    'RESHOOT_MOTION_TYPE_STATIONARY_DOWN',
  ]);
  expect(new Set(twin.submits.map(({ sceneId }) => sceneId)).size).toBe(3);
  await choose.jobs(popup);
  await choose.everyJob(popup);
  await expect(popup.getByText(/^Done in/)).toHaveCount(3, { timeout: 30_000 });
  await expect(popup.getByText('1,480 credits')).toBeVisible();
});

test('an extend carries the prompt and the frames, and the other shape its own model', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, balloon.title);
  await choose.action(popup, 'Extend');
  await expect(popup.getByRole('slider', { name: 'Start frame' })).toHaveAttribute(
    'aria-valuetext',
    'Frame 168 of 0 to 191, 7.00 seconds',
  );
  await choose.prompt(popup, 'What happens next', 'المنطاد يهبط خلف التل');
  await choose.send(popup, 'Extend · 10 credits');
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({
    action: 'extend',
    prompt: 'المنطاد يهبط خلف التل',
    startFrameIndex: 168,
    endFrameIndex: 191,
    modelKey: 'veo_3_1_extend_fast_portrait_ultra',
    mediaIds: [balloon.mediaId],
  });
});

test('a fixed seed and a range of its own go out as they were typed', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, witch.title);
  await choose.action(popup, 'Extend');
  await choose.prompt(popup, 'What happens next', 'She flies on.');
  await choose.range(popup, 24, 47);
  await popup.getByRole('checkbox', { name: 'Random seed' }).uncheck();
  await popup.getByRole('textbox', { name: 'Seed' }).fill('99999');
  await choose.send(popup, 'Extend · 10 credits');
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({ seed: 99_999, startFrameIndex: 24, endFrameIndex: 47 });
});

test('three images in their order, with a prompt in Chinese', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await choose.action(popup, 'References');
  await choose.images(popup, IMAGES.coat.title, IMAGES.sketch.title, IMAGES.umbrella.title);
  await choose.prompt(popup, 'What happens', '门开了，她走进夜色。');
  await choose.send(popup, 'Make 1 take · 10 credits');
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({
    action: 'references',
    prompt: '门开了，她走进夜色。',
    mediaIds: [IMAGES.coat.mediaId, IMAGES.sketch.mediaId, IMAGES.umbrella.mediaId],
  });
});

test('an upscale is free, is previewed in place, and is saved under its name', async ({
  openFlow,
  openPopup,
  twin,
  chromium,
}) => {
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, cat.title);
  await choose.action(popup, 'Upscale');
  await choose.send(popup, 'Upscale to 1080p · free');
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  await expect(popup.getByText('1,540 credits')).toBeVisible();

  await popup.getByRole('button', { name: /^Preview Upscale/ }).click();
  const video = popup.locator('video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBe(1920);

  await popup.getByRole('button', { name: /^Save Upscale/ }).click();
  const file = join(chromium.downloads, `${cat.title} – 1080p.mp4`);
  await expect.poll(() => existsSync(file)).toBe(true);
  const made = twin.media().find(({ mediaKey }) => mediaKey === `${cat.mediaKey}_upsampled`);
  await expect.poll(() => readFileSync(file).equals(readFileSync(made?.file ?? ''))).toBe(true);
});

test('a second upscale is finished at once, from the file inside the answer', async ({
  openFlow,
  openPopup,
  twin,
  chromium,
}) => {
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, street.title);
  await choose.action(popup, 'Upscale');
  await choose.send(popup, 'Upscale to 1080p · free');
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible();
  expect(twin.calls.filter(({ path }) => path.includes('batchCheckAsync'))).toEqual([]);

  await popup.getByRole('button', { name: /^Preview Upscale/ }).click();
  const video = popup.locator('video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBe(1920);
  await popup.getByRole('button', { name: /^Save Upscale/ }).click();
  const file = join(chromium.downloads, `${street.title} – 1080p.mp4`);
  const made = twin.media().find(({ mediaKey }) => mediaKey === `${street.mediaKey}_upsampled`);
  await expect
    .poll(() => existsSync(file) && readFileSync(file).equals(readFileSync(made?.file ?? '')))
    .toBe(true);
});

test('a result whose address has run out is saved from a fresh one', async ({
  openFlow,
  openPopup,
  twin,
  chromium,
}) => {
  await openFlow('harbour');
  const popup = await openPopup();
  await choose.clip(popup, boat.title);
  await choose.moves(popup, 'High');
  await choose.send(popup, 'Reshoot 1 move · 20 credits');
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  // The stored address is made to end a minute from now, which is sooner than a download may take.
  await popup.evaluate(async () => {
    const open = indexedDB.open('second-take');
    await new Promise((done) => open.addEventListener('success', done));
    const store = open.result.transaction('media', 'readwrite').objectStore('media');
    const all = store.getAll();
    await new Promise((done) => all.addEventListener('success', done));
    for (const media of all.result) store.put({ ...media, addressExpiresAt: Date.now() + 60_000 });
  });
  const polls = () => twin.calls.filter(({ path }) => path.includes('batchCheckAsync')).length;
  const before = polls();
  await popup.getByRole('button', { name: /^Save Reshoot/ }).click();
  await expect
    .poll(() => existsSync(join(chromium.downloads, `${boat.title} – High.mp4`)))
    .toBe(true);
  expect(polls()).toBe(before + 1);
});

test('pressing twice sends once', async ({ openFlow, openPopup, twin }) => {
  twin.holdWork();
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, witch.title);
  await choose.moves(popup, 'High');
  await popup.getByRole('button', { name: /^Reshoot 1 move/ }).dblclick();
  await expect(popup.getByRole('button', { name: /1 running/ })).toBeVisible();
  // A second job of the first wish would have its turn before this one.
  await choose.noMoves(popup, 'High');
  await choose.moves(popup, 'Low');
  await choose.send(popup, /^Reshoot 1 move/);
  await expect(popup.getByRole('button', { name: /2 running/ })).toBeVisible();
  expect(twin.submits.map(({ move }) => move)).toEqual([
    'RESHOOT_MOTION_TYPE_STATIONARY_UP',
    'RESHOOT_MOTION_TYPE_STATIONARY_DOWN',
  ]);
});

test('a waiting job can be cancelled and is never sent', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  await pace(600, 4);
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, witch.title);
  await choose.moves(popup, 'High', 'Low');
  await choose.send(popup, 'Reshoot 2 moves · 40 credits');
  await choose.jobs(popup);
  await choose.everyJob(popup);
  await popup.getByRole('button', { name: /^Cancel Reshoot/ }).click();
  await expect(popup.getByText('Cancelled', { exact: true })).toBeVisible();
  await pace(1, 4);
  // It would have had its turn before a wish that comes later.
  await popup.keyboard.press('Escape');
  await choose.noMoves(popup, 'High', 'Low');
  await choose.moves(popup, 'Closer');
  await choose.send(popup, /^Reshoot 1 move/);
  await expect.poll(() => twin.submits.length).toBe(2);
  expect(twin.submits.map(({ move }) => move)).toEqual([
    'RESHOOT_MOTION_TYPE_STATIONARY_UP',
    expect.stringMatching(/^RESHOOT_MOTION_TYPE_STATIONARY_DOLLY_IN/),
  ]);
});
