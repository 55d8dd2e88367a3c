import { changeRecords, readRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { choose } from './support/choose';
import { expect, test } from './support/fixtures';

test('the list keeps its pictures when the addresses of the posters have run out', async ({
  openFlow,
  openPopup,
  pace,
}) => {
  await pace(1, 8);
  const page = await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High');
  await choose.send(popup, /^Reshoot 1 move/);
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  // That of the source and that of the result.
  const kept = () => popup.evaluate(readRecords, 'pictures' as const);
  await expect.poll(async () => (await kept()).length).toBe(2);
  await page.close();
  await popup.evaluate(changeRecords, { table: 'media' as const, set: { posterExpiresAt: 1 } });
  const later = await openPopup();
  await choose.jobs(later);
  const picture = later.getByRole('listitem').locator('img');
  await expect(picture).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(192);
});
