import { changeRecords, readRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';

test('the list keeps its pictures when the addresses of the posters have run out', async ({
  page,
  popup,
  composer,
  openPopup,
  pace,
}) => {
  await pace(1, 8);
  await composer.clip(CLIPS.witch.title);
  await composer.moves('High');
  await composer.send(/^Reshoot 1 move/);
  await openJobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  // That of the source and that of the result.
  const kept = () => popup.evaluate(readRecords, 'pictures' as const);
  await expect.poll(async () => (await kept()).length).toBe(2);
  await page.close();
  await popup.evaluate(changeRecords, { table: 'media' as const, set: { posterExpiresAt: 1 } });
  const later = await openPopup();
  await openJobs(later);
  const picture = later.getByRole('listitem').locator('img');
  await expect(picture).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(192);
});
