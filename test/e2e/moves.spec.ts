import type { Page } from '@playwright/test';
import { readFrameNumber } from '../twin/bar-code';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { changeStored } from './support/stored-media';

const { witch, cat, door } = CLIPS;

const motions = (popup: Page) => popup.getByRole('group', { name: 'Camera motion' });
const positions = (popup: Page) => popup.getByRole('group', { name: 'Camera position' });
const tile = (popup: Page, name: string) => popup.getByRole('checkbox', { name, exact: true });
const names = (popup: Page) => motions(popup).locator('label').allTextContents();

/** The frame number burned into the picture that the tiles show; undefined while there is none. */
async function frameShown(popup: Page): Promise<number | undefined> {
  const pixels = await popup.evaluate(async () => {
    const style = document.querySelector<HTMLElement>('[data-field="moves"]')?.style;
    const url = /url\("?(blob:[^")]+)/.exec(style?.getPropertyValue('--frame') ?? '')?.[1];
    if (url === undefined) return undefined;
    const all = await createImageBitmap(await (await fetch(url)).blob());
    const [width, height] = [Math.round(all.width / 2.2), Math.round(all.height / 2.2)];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(all, (width - all.width) / 2, (height - all.height) / 2);
    return { width, height, data: [...(context?.getImageData(0, 0, width, height).data ?? [])] };
  });
  if (!pixels) return undefined;
  return readFrameNumber({ ...pixels, data: Uint8ClampedArray.from(pixels.data) });
}

const isMoving = (popup: Page, name: string) =>
  popup
    .locator('.move')
    .filter({ has: tile(popup, name) })
    .evaluate((move) => move.getAnimations({ subtree: true }).length > 0);

test('moves are shown on the clip, chosen by mouse and keys, remembered, and drawn without a file', async ({
  page,
  popup,
  composer,
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);

  await test.step('the tiles show each move on the first frame of the clip itself', async () => {
    await expect(popup.getByText('Drawings of the move, not of the result.')).toBeVisible();
    await composer.clip(door.title);
    await expect(popup.getByText('Drawn on your clip, not the result.')).toBeVisible();
    await expect.poll(() => frameShown(popup)).toBe(0);
    await expect(motions(popup)).toHaveAccessibleDescription('Drawn on your clip, not the result.');
    await expect(tile(popup, 'Orbit left')).toHaveAccessibleDescription(
      'Arc shot: the camera circles to the left around the subject.',
    );
  });

  await test.step('a tile moves while it is pointed at or focused, and never where motion is unwanted', async () => {
    await composer.clip(witch.title);
    await expect(popup.locator('.framed')).toBeVisible();
    expect(await isMoving(popup, 'Dolly in')).toBe(false);
    await tile(popup, 'Dolly in').hover();
    await expect.poll(() => isMoving(popup, 'Dolly in')).toBe(true);
    await popup.getByRole('button', { name: 'All 8 motions' }).focus();
    await popup.keyboard.press('Tab');
    await expect.poll(() => isMoving(popup, 'Orbit left')).toBe(true);
    await popup.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(() => isMoving(popup, 'Dolly in')).toBe(false);
    await expect.poll(() => isMoving(popup, 'Orbit left')).toBe(false);
    await popup.emulateMedia({ reducedMotion: null });
  });

  await test.step('all of a group in one click, and none of it', async () => {
    await popup.getByRole('button', { name: 'All 8 motions' }).click();
    await popup.getByRole('button', { name: 'All 6 positions' }).click();
    await expect(composer.button('Reshoot 14 moves · 280 credits')).toBeVisible();
    await motions(popup).getByRole('button', { name: 'None' }).click();
    await expect(composer.button('Reshoot 6 moves · 120 credits')).toBeVisible();
    await positions(popup).getByRole('button', { name: 'None' }).click();
    for (const group of [motions(popup), positions(popup)])
      await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });

  await test.step('moves by keyboard: arrows go, Space chooses, Tab leaves the group', async () => {
    // As in one that was opened just now: the group has not been entered yet.
    await popup.reload();
    await connected(popup);
    await motions(popup).getByRole('button').focus();
    await popup.keyboard.press('Tab');
    await expect(tile(popup, 'Orbit left')).toBeFocused();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('ArrowDown');
    await expect(tile(popup, 'Dolly out')).toBeFocused();
    await popup.keyboard.press('Space');
    await expect(tile(popup, 'Dolly out')).toBeChecked();
    await popup.keyboard.press('Home');
    await expect(tile(popup, 'Orbit left')).toBeFocused();
    await popup.keyboard.press('Tab');
    await expect(positions(popup).getByRole('button', { name: 'All 6 positions' })).toBeFocused();
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('End');
    await expect(tile(popup, 'Further')).toBeFocused();
    await popup.keyboard.press('Space');
    await expect(composer.button('Reshoot 2 moves · 40 credits')).toBeVisible();
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length, { timeout: 20_000 }).toBe(2);
    expect(twin.submits.map(({ move }) => move)).toEqual([
      'RESHOOT_MOTION_TYPE_BACKWARD',
      'RESHOOT_MOTION_TYPE_STATIONARY_DOLLY_OUT_ZOOM_IN_LARGE',
    ]);
    await popup.close();
  });

  const later =
    await test.step('what was used last stands first the next time, and nothing jumps before', async () => {
      // As if nothing had been used before, and nothing of it goes out.
      await pace(600, 1);
      const worker = await chromium.worker();
      await worker.evaluate(() => chrome.storage.local.remove(['draft', 'recent']));
      const first = await openPopup();
      const composer = new Composer(first);
      await composer.clip(witch.title);
      const before = await names(first);
      await composer.moves('Dolly out', 'Orbit down', 'Low');
      await composer.send('Reshoot 3 moves · 60 credits');
      await expect
        .poll(() => first.evaluate(async () => (await chrome.storage.local.get('recent')).recent))
        .toMatchObject({ moves: ['DOWN', 'BACKWARD', 'STATIONARY_DOWN'] });
      expect(await names(first)).toEqual(before);
      await first.close();

      const next = await openPopup();
      await expect(tile(next, 'Dolly out')).toBeVisible();
      await expect
        .poll(async () => (await names(next)).slice(0, 4))
        .toEqual(['Orbit down', 'Dolly out', 'Orbit left', 'Orbit right']);
      expect((await positions(next).locator('label').allTextContents())[0]).toBe('Low');
      await tile(next, 'Orbit down').focus();
      await next.keyboard.press('ArrowRight');
      await expect(tile(next, 'Dolly out')).toBeFocused();
      return next;
    });

  await test.step('without the file they show the still, and without that a drawn set', async () => {
    await new Composer(later).clip(cat.title);
    await page.close();
    await changeStored(later, 'video', { set: { urlExpiresAt: 1 } });
    await openFlow('harbour');
    // The draft still names the clip of the other project, so its tiles are there.
    const second = await openPopup();
    await expect(second.locator('.framed')).toBeVisible();
    await changeStored(second, 'video', { set: { urlExpiresAt: 1, posterExpiresAt: 1 } });
    await second.close();
    await later.close();
    const third = await openPopup();
    await expect(third.getByText('Drawings of the move, not of the result.')).toBeVisible();
    await expect(third.locator('.framed')).toHaveCount(0);
  });
});
