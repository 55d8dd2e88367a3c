import type { Page } from '@playwright/test';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { changeStored } from './support/stored-media';

const { witch, cat, train, door, balloon, street, streetUpscaled } = CLIPS;

const row = (popup: Page) => popup.getByRole('group', { name: 'Clips to upscale' });
const clip = (popup: Page, start: string) =>
  row(popup).getByRole('checkbox', { name: new RegExp(`^${start}`) });
const list = (popup: Page) => popup.getByRole('list', { name: 'Clips to upscale' });

/** Upscale with that clip alone, whatever was chosen before. */
async function upscale(popup: Page, { title } = witch): Promise<void> {
  const composer = new Composer(popup);
  await composer.action('Reshoot');
  await composer.clip(title);
  await composer.action('Upscale');
}

test('clips to upscale are chosen by mouse and keys, and each is one submit', async ({
  popup,
  composer,
  twin,
  pace,
}) => {
  await pace(1, 8);
  // Nothing is done before the end: no clip gets a copy that would stand in the row.
  twin.holdWork();

  await test.step('another action keeps the first clip alone, and a clip chosen there is the one to upscale', async () => {
    await upscale(popup);
    await clip(popup, cat.title).check();
    await composer.action('Reshoot');
    await expect(popup.getByRole('radio', { name: `${witch.title},` })).toBeChecked();
    await composer.moves('High');
    await expect(composer.button('Reshoot 1 move · 20 credits')).toBeVisible();
    await composer.clip(train.title);
    await composer.action('Upscale');
    await expect(row(popup).getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(composer.button('Upscale to 1080p · free')).toBeVisible();
  });

  await test.step('all that have no copy in one click, none in another, by keyboard alone', async () => {
    await upscale(popup);
    await clip(popup, witch.title).focus();
    await popup.keyboard.press('Home');
    await expect(clip(popup, `${street.title}, has a 1080p copy`)).toBeFocused();
    await popup.keyboard.press('ArrowRight');
    // The 1080p copy cannot be chosen and is passed over.
    await expect(clip(popup, witch.title)).toBeFocused();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('Space');
    await expect(clip(popup, cat.title)).toBeChecked();

    await popup.getByRole('button', { name: 'All not yet upscaled' }).press('Enter');
    await expect(popup.getByText('5 of 7 clips', { exact: true })).toBeVisible();
    await popup.getByRole('button', { name: 'None' }).press('Enter');
    await expect(popup.getByText('No clip chosen')).toBeVisible();
    await popup.getByRole('button', { name: 'Upscale to 1080p', exact: true }).press('Enter');
    await expect(popup.getByText('Choose a clip.')).toBeVisible();

    await popup.getByRole('button', { name: 'All not yet upscaled' }).press('Enter');
    await popup.getByRole('button', { name: `Remove ${door.title}` }).press('Enter');
    // A title from right to left stands apart in its sentence.
    const next = popup.getByRole('button', { name: `Remove \u2068${balloon.title}\u2069` });
    await expect(next).toBeFocused();
    for (const lines of [3, 2, 0]) {
      await popup.keyboard.press('Enter');
      await expect(list(popup).getByRole('listitem')).toHaveCount(lines);
      if (lines > 0) await expect(list(popup).locator('button:focus')).toBeVisible();
    }
    await expect(row(popup).getByRole('checkbox', { checked: true })).toBeFocused();
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(1);
    expect(twin.submits[0]?.mediaIds).toEqual([witch.mediaId]);
    await expect(composer.button('Upscale to 1080p · free')).toBeEnabled();
  });

  await test.step('one that is 1080p among several keeps all from being sent', async () => {
    await composer.action('Reshoot');
    await popup.getByRole('radio', { name: `${streetUpscaled.title}, 1080p,` }).check();
    await composer.action('Upscale');
    await clip(popup, cat.title).check();
    await composer.button('Upscale 2 clips to 1080p · free').click();
    await expect(popup.locator('#problem-clip')).toHaveText('This clip is 1080p already.');
    await expect(popup.getByText('1 of these clips is 1080p already. Remove it.')).toBeVisible();
    expect(twin.submits).toHaveLength(1);
    await popup.getByRole('button', { name: `Remove ${streetUpscaled.title}` }).click();
    await composer.send('Upscale to 1080p · free');
    await expect.poll(() => twin.submits.length).toBe(2);
    expect(twin.submits[1]?.mediaIds).toEqual([cat.mediaId]);
  });

  await test.step('several clips are one batch, one submit each in their order and shape', async () => {
    await upscale(popup, train);
    await expect(clip(popup, train.title)).toBeChecked();
    await clip(popup, balloon.title).check();
    await clip(popup, door.title).check();
    await expect(popup.getByText('3 of 7 clips', { exact: true })).toBeVisible();
    await expect(list(popup).getByRole('listitem')).toHaveText([
      new RegExp(`${train.title}.*→ 1920 × 1080`),
      new RegExp(`${balloon.title}.*→ 1080 × 1920`),
      new RegExp(`${door.title}.*→ 1920 × 1080`),
    ]);
    await composer.send('Upscale 3 clips to 1080p · free');
    await expect.poll(() => twin.submits.length, { timeout: 20_000 }).toBe(5);
    expect(twin.submits.slice(2).map(({ mediaIds }) => mediaIds)).toEqual([
      [train.mediaId],
      [balloon.mediaId],
      [door.mediaId],
    ]);
  });
});

test('each clip says whether it is 1080p, has such a copy, or gets one', async ({
  popup,
  twin,
  pace,
}) => {
  await pace(600, 1);
  const finish = twin.holdWork();
  await upscale(popup);
  await expect(clip(popup, `${streetUpscaled.title}, 1080p`)).toBeDisabled();
  await clip(popup, witch.title).uncheck();
  await clip(popup, `${street.title}, has a 1080p copy`).check();
  await expect(popup.getByText('This clip has a 1080p copy already.')).toBeVisible();
  await clip(popup, cat.title).check();
  await clip(popup, train.title).check();
  await expect(popup.getByText('1 of these clips has a 1080p copy already.')).toBeVisible();

  await clip(popup, street.title).first().uncheck();
  await new Composer(popup).send('Upscale 2 clips to 1080p · free');
  await expect(clip(popup, `${train.title}, being upscaled`)).toBeVisible();
  await clip(popup, `${street.title}, has a 1080p copy`).check();
  await expect(popup.getByText(/^\d of these clips (is|are) being upscaled/)).toBeVisible();

  finish();
  await expect(clip(popup, `${cat.title}, has a 1080p copy`)).toBeVisible({ timeout: 30_000 });
  await expect(popup.getByText('2 of these clips have a 1080p copy already.')).toBeVisible();
});

test('in a row of many clips the chosen one is in view, and far posters are not loaded', async ({
  openFlow,
  openPopup,
}) => {
  await openFlow();
  const first = await openPopup();
  await connected(first);
  await changeStored(first, 'video', { more: 120 });
  await first.close();
  const popup = await openPopup();
  const clips = popup.getByRole('group', { name: 'Clip' }).getByRole('radio');
  await expect(clips).toHaveCount(127);
  const loaded = () =>
    popup
      .locator('.clip img')
      .evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).complete).length);
  await expect.poll(loaded).toBeGreaterThan(4);
  expect(await loaded()).toBeLessThan(100);
  await clips.nth(100).check();
  await expect(clips.nth(100)).toBeInViewport({ ratio: 1 });
  await popup.keyboard.press('ArrowRight');
  await popup.keyboard.press('ArrowRight');
  await expect(clips.nth(102)).toBeChecked();
  await expect(clips.nth(102)).toBeInViewport({ ratio: 1 });
});
