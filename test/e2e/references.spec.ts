import type { Locator, Page } from '@playwright/test';
import { IMAGES } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { changeStored } from './support/stored-media';

const { coat, lantern, umbrella, sketch } = IMAGES;

const slots = (popup: Page) => popup.getByRole('list', { name: 'Images' });
const button = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true });

/** The chosen images in their order, by the names of the buttons that take them out. */
const order = async (popup: Page): Promise<string[]> => {
  const found = slots(popup).getByRole('button', { name: /^Remove/ });
  const labels = await found.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  return labels.map((label) => label?.replace(/^Remove image \d, /, '') ?? '');
};

/** Takes out whatever is chosen. */
async function none(popup: Page): Promise<void> {
  const chosen = slots(popup).getByRole('button', { name: /^Remove/ });
  while ((await chosen.count()) > 0) await chosen.first().click();
  await expect.poll(() => order(popup)).toEqual([]);
}

async function three(popup: Page): Promise<void> {
  await new Composer(popup).images(coat.title, lantern.title, umbrella.title);
  await expect.poll(() => order(popup)).toEqual([coat.title, lantern.title, umbrella.title]);
}

async function middle(slot: Locator): Promise<{ x: number; y: number }> {
  const box = await slot.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** Nothing of it moves any more, and what is seen is what a finger meets. */
const resting = (list: Locator) =>
  list.evaluate(async (all) => {
    await Promise.all(
      all.getAnimations({ subtree: true }).map(({ finished }) => finished.catch(() => undefined)),
    );
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  });

test('images are chosen, put in order, taken out, sent and searched', async ({
  popup,
  composer,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await composer.action('References');

  await test.step('chosen images carry their number, and the grid is one stop of the Tab key', async () => {
    await button(popup, 'Add image…').press('Enter');
    const grid = popup.getByRole('group', { name: 'Images of the project' });
    const boxes = grid.getByRole('checkbox');
    await expect(boxes).toHaveCount(4);
    await expect(boxes.first()).toBeFocused();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('Space');
    await popup.keyboard.press('Home');
    await popup.keyboard.press('Space');
    const numbers = grid.locator('label', { has: popup.locator(':checked') });
    await expect(numbers).toHaveText(['2', '1']);
    await popup.keyboard.press('Tab');
    await expect(button(popup, 'Done')).toBeFocused();
    await expect(grid.getByRole('searchbox')).toHaveCount(0);
    await popup.keyboard.press('Enter');
  });

  await test.step('an image is dragged to another place by mouse, and back by finger', async () => {
    await none(popup);
    await three(popup);
    const all = slots(popup).getByRole('listitem');
    await resting(slots(popup));
    const [first, last] = [await middle(all.nth(0)), await middle(all.nth(2))];
    await popup.mouse.move(first.x, first.y);
    await popup.mouse.down();
    await popup.mouse.move(last.x, last.y, { steps: 6 });
    // Nothing has changed before it is let go: the others only make room.
    expect(await order(popup)).toEqual([coat.title, lantern.title, umbrella.title]);
    await expect.poll(async () => (await middle(all.nth(1))).x).toBeLessThan(first.x + 1);
    await popup.mouse.up();
    await expect.poll(() => order(popup)).toEqual([lantern.title, umbrella.title, coat.title]);
    await expect(popup.getByText(`Image 3 of 3: ${coat.title}`)).toBeAttached();

    // The one that was carried is still on its way to its place.
    await resting(slots(popup));
    const touch = await chromium.context.newCDPSession(popup);
    const point = (type: 'touchStart' | 'touchMove', x: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: last.y }] });
    await point('touchStart', last.x);
    for (const step of [0.2, 0.5, 0.8, 1])
      await point('touchMove', last.x + (first.x - last.x) * step);
    await expect.poll(async () => (await middle(all.nth(1))).x).toBeGreaterThan(last.x - 1);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => order(popup)).toEqual([coat.title, lantern.title, umbrella.title]);
    await resting(slots(popup));
  });

  await test.step('taking images out keeps the focus at hand', async () => {
    await button(popup, `Remove image 2, ${lantern.title}`).press('Enter');
    await expect(button(popup, `Remove image 2, ${umbrella.title}`)).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(button(popup, `Remove image 1, ${coat.title}`)).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(button(popup, 'Add image…')).toBeFocused();
    await expect.poll(() => order(popup)).toEqual([]);
  });

  await test.step('the order is changed by keys, said aloud, and sent as it stands', async () => {
    await three(popup);
    await button(popup, 'Move image 1 right').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => order(popup)).toEqual([lantern.title, coat.title, umbrella.title]);
    await expect(popup.getByText(`Image 2 of 3: ${coat.title}`)).toBeAttached();
    await expect(button(popup, 'Move image 2 right')).toBeFocused();

    await button(popup, `Remove image 3, ${umbrella.title}`).focus();
    await popup.keyboard.press('Alt+ArrowLeft');
    await popup.keyboard.press('Alt+ArrowLeft');
    await popup.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => order(popup)).toEqual([umbrella.title, lantern.title, coat.title]);
    await expect(popup.getByText(`Image 1 of 3: ${umbrella.title}`)).toBeAttached();
    await expect(button(popup, `Remove image 1, ${umbrella.title}`)).toBeFocused();

    await composer.prompt('What happens', 'A door opens.');
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(1);
    expect(twin.submits[0]).toMatchObject({
      mediaIds: [umbrella.mediaId, lantern.mediaId, coat.mediaId],
    });
  });

  await test.step('among many images there is a search', async () => {
    await none(popup);
    await changeStored(popup, 'image', { more: 20 });
    await popup.reload();
    await connected(popup);
    await button(popup, 'Add image…').click();
    const search = popup.getByRole('searchbox', { name: 'Search images' });
    await expect(search).toBeFocused();
    await search.fill('SKETCH');
    const boxes = popup.getByRole('group', { name: 'Images of the project' }).getByRole('checkbox');
    await expect(boxes).toHaveCount(1);
    await popup.getByRole('checkbox', { name: sketch.title }).check();
    await search.fill('nothing like it');
    await expect(popup.getByText('No image has these words in its title.')).toBeVisible();
    await search.fill('');
    await expect(boxes).toHaveCount(24);
    await expect.poll(() => order(popup)).toEqual([sketch.title]);
  });
});
