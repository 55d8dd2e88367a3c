import { CLIPS } from '../twin/world';
import { choose } from './choose';
import { expect, test } from './fixtures';

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
  await page.close();
  await popup.evaluate(async () => {
    const open = indexedDB.open('second-take');
    await new Promise((done) => open.addEventListener('success', done));
    const store = open.result.transaction('media', 'readwrite').objectStore('media');
    const all = store.getAll();
    await new Promise((done) => all.addEventListener('success', done));
    for (const media of all.result) store.put({ ...media, posterExpiresAt: 1 });
    open.result.close();
  });
  const later = await openPopup();
  await choose.jobs(later);
  const picture = later.getByRole('listitem').locator('img');
  await expect(picture).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(192);
});
