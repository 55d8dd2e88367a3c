import type { Page } from '@playwright/test';
import { CLIPS } from '../twin/world';
import { expectInStep, shownFrames } from './support/bar-codes';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import { inBody } from './support/truth';

const sheet = (popup: Page) => popup.getByRole('list', { name: 'Takes' });
const videos = (popup: Page) => sheet(popup).getByRole('button').locator('video');

async function unfold(popup: Page): Promise<void> {
  await expect(popup.getByRole('button', { name: /fold this batch/i })).toBeVisible();
  const folded = popup.getByRole('button', { name: /^Unfold this batch/ });
  if ((await folded.count()) > 0) await folded.click();
}

test('a batch is one sheet, where its takes stand, are played in step, and are kept', async ({
  popup,
  composer,
  pace,
  twin,
}) => {
  await pace(1, 8);
  twin.mishap(
    'submit',
    { refuse: { code: 400, status: 'INVALID_ARGUMENT', message: 'Not supported.' } },
    1,
    inBody('Low'),
  );
  await composer.clip(CLIPS.witch.title);
  await composer.moves('Orbit left', 'Dolly in', 'Dolly out', 'High', 'Low');
  await composer.send(/^Reshoot \d moves/);
  await openJobs(popup);
  await unfold(popup);
  await expect(sheet(popup)).toBeVisible({ timeout: 30_000 });
  const done = sheet(popup).getByRole('button', { name: /Done$/ });

  await test.step('takes that are not done say how they stand, and cannot be chosen', async () => {
    await expect(done).toHaveCount(4, { timeout: 30_000 });
    await expect(sheet(popup).getByRole('listitem')).toHaveCount(5);
    await expect(sheet(popup).getByRole('button')).toHaveCount(4);
    await expect(sheet(popup).getByText('Failed · not charged')).toBeVisible();
  });

  await test.step('a batch plays in step on one sheet, frame by frame', async () => {
    await sheet(popup).scrollIntoViewIfNeeded();
    await expect(videos(popup)).toHaveCount(4);
    const all = (frame: number) =>
      expect.poll(() => shownFrames(videos(popup))).toEqual([frame, frame, frame, frame]);
    await all(0);
    await popup.getByRole('button', { name: 'One frame on' }).click();
    await all(1);
    const position = popup.getByRole('slider', { name: 'Position' });
    for (const frame of [47, 48, 131, 191]) {
      await position.fill(String(frame));
      await all(frame);
    }
    await popup.getByRole('button', { name: 'One frame back' }).click();
    await all(190);

    await position.fill('10');
    await popup.getByRole('button', { name: 'Play all' }).click();
    await expectInStep(videos(popup));
    await popup.getByRole('button', { name: 'Pause playback' }).click();
    await expect(popup.getByRole('button', { name: 'Play all' })).toBeVisible();
    await expect
      .poll(async () => new Set(await shownFrames(videos(popup))).size, 'one and the same frame')
      .toBe(1);
  });

  await test.step('one take of a sheet is chosen, compared and kept', async () => {
    const take = (name: string) => sheet(popup).getByRole('button', { name });
    await expect(done).toHaveCount(4);
    await expect(sheet(popup).getByRole('button', { pressed: true })).toHaveCount(1);
    await take('High Done').click();
    await expect(sheet(popup).getByRole('button', { pressed: true })).toHaveText(/^High/);
    await popup.getByRole('button', { name: 'Compare High', exact: true }).click();
    await expect(popup.getByRole('heading', { level: 2 })).toContainText('High');
    // Keys are the view's once the way back has the focus.
    await expect(popup.getByRole('button', { name: 'Back', exact: true })).toBeFocused();
    // The take after this one is not done: it goes on from the start.
    await popup.keyboard.press('k');
    await expect(popup.getByRole('heading', { level: 2 })).toContainText('Orbit left');
    await popup.keyboard.press('Escape');
    await unfold(popup);
    await expect(take('High Done · kept')).toBeVisible();
  });
});
