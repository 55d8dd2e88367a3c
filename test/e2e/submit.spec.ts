import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { changeRecords } from '../states/store';
import type { Twin } from '../twin/twin';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { openJobs, showEveryJob } from './support/job-list';
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
  popup,
  composer,
  twin,
  chromium,
  pace,
}) => {
  await pace(1, 8);

  await test.step('a second upscale is finished at once, from the file inside the answer', async () => {
    await composer.clip(street.title);
    await composer.action('Upscale');
    await composer.send('Upscale to 1080p · free');
    await openJobs(popup);
    await expect(popup.getByText(/^Done in/)).toBeVisible();
    expect(statusCalls(twin)).toEqual([]);
    await previewAndSave({ popup, chromium, twin }, street);
    await popup.keyboard.press('Escape');
  });

  await test.step('an upscale is free, is previewed in place, and is saved under its name', async () => {
    await composer.action('Reshoot');
    await composer.clip(cat.title);
    await composer.action('Upscale');
    await composer.send('Upscale to 1080p · free');
    await openJobs(popup);
    await expect(popup.getByText(/^Done in/)).toHaveCount(2, { timeout: 30_000 });
    await expect(popup.getByText('1,540 credits')).toBeVisible();
    await previewAndSave({ popup, chromium, twin }, cat);
    await popup.keyboard.press('Escape');
  });

  await test.step('a reshoot by three moves is three submits, each with its own sceneId', async () => {
    const before = twin.submits.length;
    const sent = () => twin.submits.slice(before);
    await composer.action('Reshoot');
    await composer.clip(witch.title);
    await composer.moves('Orbit left', 'Dolly in, zoom out', 'Low');
    await composer.send('Reshoot 3 moves · 60 credits');
    await expect.poll(() => sent().length, { timeout: 20_000 }).toBe(3);
    expect(sent().map(({ move }) => move)).toEqual([
      'RESHOOT_MOTION_TYPE_RIGHT_TO_LEFT',
      'RESHOOT_MOTION_TYPE_DOLLY_IN_ZOOM_OUT',
      'RESHOOT_MOTION_TYPE_STATIONARY_DOWN',
    ]);
    expect(new Set(sent().map(({ sceneId }) => sceneId)).size).toBe(3);
    await openJobs(popup);
    await showEveryJob(popup);
    await expect(popup.getByText(/^Done in/)).toHaveCount(5, { timeout: 30_000 });
    await expect(popup.getByText('1,480 credits')).toBeVisible();
  });

  await popup.keyboard.press('Escape');

  await test.step('an extend carries the prompt and the frames, and the other shape its own model', async () => {
    await composer.clip(balloon.title);
    await composer.action('Extend');
    await expect(popup.getByRole('slider', { name: 'Start frame' })).toHaveAttribute(
      'aria-valuetext',
      'Frame 168 of 0 to 191, 7.00 seconds',
    );
    await composer.prompt('What happens next', 'المنطاد يهبط خلف التل');
    await composer.send('Extend · 10 credits');
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
    await composer.action('References');
    await composer.images(IMAGES.coat.title, IMAGES.sketch.title, IMAGES.umbrella.title);
    await composer.prompt('What happens', '门开了，她走进夜色。');
    await composer.send('Make 1 take · 10 credits');
    await expect.poll(() => twin.submits.length).toBe(7);
    expect(twin.submits[6]).toMatchObject({
      action: 'references',
      prompt: '门开了，她走进夜色。',
      mediaIds: [IMAGES.coat.mediaId, IMAGES.sketch.mediaId, IMAGES.umbrella.mediaId],
    });
  });

  await test.step('a fixed seed and a range of its own go out as they were typed', async () => {
    await composer.action('Extend');
    await composer.clip(witch.title);
    await composer.prompt('What happens next', 'She flies on.');
    await composer.range(24, 47);
    await popup.getByRole('checkbox', { name: 'Random seed' }).uncheck();
    await popup.getByRole('textbox', { name: 'Seed' }).fill('99999');
    await composer.send('Extend · 10 credits');
    await expect.poll(() => twin.submits.length).toBe(8);
    expect(twin.submits[7]).toMatchObject({
      seed: 99_999,
      startFrameIndex: 24,
      endFrameIndex: 47,
    });
  });
});

test('a result whose address has run out is saved from a fresh one', async ({
  popup,
  twin,
  chromium,
  pace,
}) => {
  await pace(1, 8);
  await reshoot(popup, 'Low');
  await expectState(popup, 'Low', /^Done in/, 30_000);
  // The stored URL is made to end a minute from now: sooner than a download may take.
  await popup.evaluate(changeRecords, {
    table: 'media' as const,
    set: { urlExpiresAt: Date.now() + 60_000 },
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
  const composer = new Composer(popup);
  await connected(popup, PROJECTS.harbour.title);
  await composer.clip(boat.title);

  await test.step('a waiting job can be cancelled and is never sent', async () => {
    await composer.moves('High', 'Low');
    await composer.send('Reshoot 2 moves · 40 credits');
    await openJobs(popup);
    await showEveryJob(popup);
    await popup.getByRole('button', { name: /^Cancel Reshoot/ }).click();
    await expect(popup.getByText('Cancelled', { exact: true })).toBeVisible();
    await pace(1, 8);
    // It would have had its turn before a batch that comes later.
    await popup.keyboard.press('Escape');
    await composer.noMoves('High', 'Low');
    await composer.moves('Closer');
    await composer.send(/^Reshoot 1 move/);
    await expect.poll(() => twin.submits.length).toBe(2);
    expect(twin.submits.map(({ move }) => move)).toEqual([
      'RESHOOT_MOTION_TYPE_STATIONARY_UP',
      expect.stringMatching(/^RESHOOT_MOTION_TYPE_STATIONARY_DOLLY_IN/),
    ]);
  });

  await test.step('pressing twice sends once', async () => {
    await expect(popup.getByRole('button', { name: /\b2 running/ })).toBeVisible();
    await composer.noMoves('Closer');
    await composer.moves('Orbit up');
    await composer.button(/^Reshoot 1 move/).dblclick();
    await expect(popup.getByRole('button', { name: /\b3 running/ })).toBeVisible();
    // A second job of the first batch would have its turn before this one.
    await composer.noMoves('Orbit up');
    await composer.moves('Orbit down');
    await composer.send(/^Reshoot 1 move/);
    await expect(popup.getByRole('button', { name: /\b4 running/ })).toBeVisible();
    expect(twin.submits.slice(2).map(({ move }) => move)).toEqual([
      'RESHOOT_MOTION_TYPE_UP',
      'RESHOOT_MOTION_TYPE_DOWN',
    ]);
  });
});
