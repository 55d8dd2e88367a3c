import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { changeRecords } from '../states/store';
import type { Twin } from '../twin/twin';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import { choose } from './support/choose';
import { connected, expect, test } from './support/fixtures';
import { savedFile } from './support/saved-file';
import { expectState, reshoot, statusCalls } from './support/truth';

const { witch, cat, street, balloon, boat } = CLIPS;

interface Shown {
  readonly popup: Page;
  readonly chromium: Launched;
  readonly twin: Twin;
}

/** From the list of jobs: the 1080p copy of that clip is played there, and saved under its name. */
async function previewAndSave(shown: Shown, { title, mediaKey }: typeof cat): Promise<void> {
  const { popup, chromium, twin } = shown;
  await popup.getByRole('button', { name: `Preview Upscale “${title}”` }).click();
  const video = popup.locator('video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBe(1920);

  await popup.getByRole('button', { name: `Save Upscale “${title}”` }).click();
  const file = join(chromium.downloads, `${title} – 1080p.mp4`);
  const made = twin.media().find((media) => media.mediaKey === `${mediaKey}_upsampled`);
  expect((await savedFile(file)).equals(readFileSync(made?.file ?? ''))).toBe(true);
}

test('what was chosen is what goes out, and what comes of it is played and saved', async ({
  openFlow,
  openPopup,
  twin,
  chromium,
  pace,
}) => {
  test.setTimeout(150_000);
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);

  await test.step('a second upscale is finished at once, from the file inside the answer', async () => {
    await choose.clip(popup, street.title);
    await choose.action(popup, 'Upscale');
    await choose.send(popup, 'Upscale to 1080p · free');
    await choose.jobs(popup);
    await expect(popup.getByText(/^Done in/)).toBeVisible();
    expect(statusCalls(twin)).toEqual([]);
    await previewAndSave({ popup, chromium, twin }, street);
    await popup.keyboard.press('Escape');
  });

  await test.step('an upscale is free, is previewed in place, and is saved under its name', async () => {
    await choose.action(popup, 'Reshoot');
    await choose.clip(popup, cat.title);
    await choose.action(popup, 'Upscale');
    await choose.send(popup, 'Upscale to 1080p · free');
    await choose.jobs(popup);
    await expect(popup.getByText(/^Done in/)).toHaveCount(2, { timeout: 30_000 });
    await expect(popup.getByText('1,540 credits')).toBeVisible();
    await previewAndSave({ popup, chromium, twin }, cat);
    await popup.keyboard.press('Escape');
  });

  await test.step('a reshoot by three moves is three submits, each with its own sceneId', async () => {
    const before = twin.submits.length;
    const sent = () => twin.submits.slice(before);
    await choose.action(popup, 'Reshoot');
    await choose.clip(popup, witch.title);
    await choose.moves(popup, 'Orbit left', 'Dolly in, zoom out', 'Low');
    await choose.send(popup, 'Reshoot 3 moves · 60 credits');
    await expect.poll(() => sent().length, { timeout: 20_000 }).toBe(3);
    expect(sent().map(({ move }) => move)).toEqual([
      'RESHOOT_MOTION_TYPE_RIGHT_TO_LEFT',
      'RESHOOT_MOTION_TYPE_DOLLY_IN_ZOOM_OUT',
      'RESHOOT_MOTION_TYPE_STATIONARY_DOWN',
    ]);
    expect(new Set(sent().map(({ sceneId }) => sceneId)).size).toBe(3);
    await choose.jobs(popup);
    await choose.everyJob(popup);
    await expect(popup.getByText(/^Done in/)).toHaveCount(5, { timeout: 30_000 });
    await expect(popup.getByText('1,480 credits')).toBeVisible();
  });

  await popup.keyboard.press('Escape');

  await test.step('an extend carries the prompt and the frames, and the other shape its own model', async () => {
    await choose.clip(popup, balloon.title);
    await choose.action(popup, 'Extend');
    await expect(popup.getByRole('slider', { name: 'Start frame' })).toHaveAttribute(
      'aria-valuetext',
      'Frame 168 of 0 to 191, 7.00 seconds',
    );
    await choose.prompt(popup, 'What happens next', 'المنطاد يهبط خلف التل');
    await choose.send(popup, 'Extend · 10 credits');
    await expect.poll(() => twin.submits.length).toBe(6);
    expect(twin.submits[5]).toMatchObject({
      action: 'extend',
      prompt: 'المنطاد يهبط خلف التل',
      startFrameIndex: 168,
      endFrameIndex: 191,
      modelKey: 'veo_3_1_extend_fast_portrait_ultra',
      mediaIds: [balloon.mediaId],
    });
  });

  await test.step('three images in their order, with a prompt in Chinese', async () => {
    await choose.action(popup, 'References');
    await choose.images(popup, IMAGES.coat.title, IMAGES.sketch.title, IMAGES.umbrella.title);
    await choose.prompt(popup, 'What happens', '门开了，她走进夜色。');
    await choose.send(popup, 'Make 1 take · 10 credits');
    await expect.poll(() => twin.submits.length).toBe(7);
    expect(twin.submits[6]).toMatchObject({
      action: 'references',
      prompt: '门开了，她走进夜色。',
      mediaIds: [IMAGES.coat.mediaId, IMAGES.sketch.mediaId, IMAGES.umbrella.mediaId],
    });
  });

  await test.step('a fixed seed and a range of its own go out as they were typed', async () => {
    await choose.action(popup, 'Extend');
    await choose.clip(popup, witch.title);
    await choose.prompt(popup, 'What happens next', 'She flies on.');
    await choose.range(popup, 24, 47);
    await popup.getByRole('checkbox', { name: 'Random seed' }).uncheck();
    await popup.getByRole('textbox', { name: 'Seed' }).fill('99999');
    await choose.send(popup, 'Extend · 10 credits');
    await expect.poll(() => twin.submits.length).toBe(8);
    expect(twin.submits[7]).toMatchObject({
      seed: 99_999,
      startFrameIndex: 24,
      endFrameIndex: 47,
    });
  });
});

test('a result whose address has run out is saved from a fresh one', async ({
  openFlow,
  openPopup,
  twin,
  chromium,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await reshoot(popup, 'Low');
  await expectState(popup, 'Low', /^Done in/, 30_000);
  // The stored address is made to end a minute from now: sooner than a download may take.
  await popup.evaluate(changeRecords, {
    table: 'media' as const,
    set: { addressExpiresAt: Date.now() + 60_000 },
  });
  const before = statusCalls(twin).length;
  await popup.getByRole('button', { name: /^Save Reshoot .*Low$/ }).click();
  await savedFile(join(chromium.downloads, `${witch.title} – Low.mp4`));
  expect(statusCalls(twin)).toHaveLength(before + 1);
});

test('a wish is taken back while it waits, and goes out once when it is pressed twice', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  await pace(600, 4);
  twin.holdWork();
  await openFlow('harbour');
  const popup = await openPopup();
  await connected(popup, PROJECTS.harbour.title);
  await choose.clip(popup, boat.title);

  await test.step('a waiting job can be cancelled and is never sent', async () => {
    await choose.moves(popup, 'High', 'Low');
    await choose.send(popup, 'Reshoot 2 moves · 40 credits');
    await choose.jobs(popup);
    await choose.everyJob(popup);
    await popup.getByRole('button', { name: /^Cancel Reshoot/ }).click();
    await expect(popup.getByText('Cancelled', { exact: true })).toBeVisible();
    await pace(1, 8);
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

  await test.step('pressing twice sends once', async () => {
    await expect(popup.getByRole('button', { name: /\b2 running/ })).toBeVisible();
    await choose.noMoves(popup, 'Closer');
    await choose.moves(popup, 'Orbit up');
    await popup.getByRole('button', { name: /^Reshoot 1 move/ }).dblclick();
    await expect(popup.getByRole('button', { name: /\b3 running/ })).toBeVisible();
    // A second job of the first wish would have its turn before this one.
    await choose.noMoves(popup, 'Orbit up');
    await choose.moves(popup, 'Orbit down');
    await choose.send(popup, /^Reshoot 1 move/);
    await expect(popup.getByRole('button', { name: /\b4 running/ })).toBeVisible();
    expect(twin.submits.slice(2).map(({ move }) => move)).toEqual([
      'RESHOOT_MOTION_TYPE_UP',
      'RESHOOT_MOTION_TYPE_DOWN',
    ]);
  });
});
