import { expect, type Page } from '@playwright/test';
import { CLIPS, PROJECTS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, test } from './support/fixtures';
import { choose, filter, openLibrary, tile, tiles } from './support/library';
import { changeStored } from './support/stored-media';

const { street, witch, door, train, balloon } = CLIPS;

const details = (page: Page) => page.getByRole('region', { name: 'Details' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search titles and prompts' });

test('all clips and images of a project stand in the library, are found, and say what they were made from', async ({
  popup,
  chromium,
  openFlow,
  pace,
}) => {
  await pace(1, 8);
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const composer = new Composer(popup);
  await composer.clip(witch.title);
  await composer.moves('Orbit left');
  await composer.send(/^Reshoot 1 move/);
  await expect(popup.getByRole('button', { name: /^Jobs: 1 done/ })).toBeVisible();
  const library = await openLibrary(popup);

  await test.step('it shows the project of the tab in front, with the lengths of its clips', async () => {
    await expect(filter(library, 'Project')).toContainText(PROJECTS.elm.title);
    await expect(library.getByRole('status').first()).toHaveText('10 clips and images');
    await expect(tiles(library)).toHaveCount(10);
    await expect(tile(library, door.title)).toContainText('0:15');
    await expect(tile(library, balloon.title)).toContainText('portrait');
  });

  await test.step('words and filters narrow it, say how far, and are cleared in one press', async () => {
    await library.keyboard.press('/');
    await library.keyboard.type('lamps come on');
    await expect(tiles(library)).toHaveCount(1);
    await expect(library.getByRole('status').first()).toHaveText('1 of 10');
    await library.keyboard.press('Escape');
    await library.getByRole('radio', { name: 'Images' }).check();
    await expect(tiles(library)).toHaveCount(4);
    await library.getByRole('radio', { name: 'Clips' }).check();
    await filter(library, 'Made from').selectOption('Reshot');
    await expect(tiles(library)).toHaveCount(1);
    await filter(library, 'Shape').selectOption('Portrait');
    await expect(library.getByText('Nothing fits this search and these filters.')).toBeVisible();
    await library.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(tiles(library)).toHaveCount(10);
  });

  await test.step('versions of one clip are one tile, the newest on top', async () => {
    await expect(tile(library, street.title)).toContainText('1080p, 2 versions');
    await expect(tile(library, witch.title)).toContainText('2 versions');
    await tile(library, street.title).click();
    const versions = details(library).getByRole('list').first().getByRole('button');
    await expect(versions).toHaveText([/Upscaled · 1080p/, /From text/]);
    await expect(versions.first()).toHaveAttribute('aria-pressed', 'true');
    await versions.nth(1).click();
    await expect(details(library)).toContainText(street.prompt ?? '');
    await expect(tile(library, street.title)).not.toContainText('1080p');
    await tile(library, witch.title).click();
    await expect(versions).toHaveText([/Orbit left/, /From text/]);
    const shown = details(library).locator('video');
    await expect(shown).toHaveJSProperty('error', null);
  });

  await test.step('the request of our own job is its recipe, and its source the way to that', async () => {
    await expect(details(library)).toContainText('Orbit left');
    await expect(details(library)).toContainText('Veo 3.0');
    const from = details(library).getByRole('region', { name: 'Made from' });
    await from.getByRole('button', { name: witch.title }).click();
    await expect(
      details(library).getByRole('button', { name: /From text/, pressed: true }),
    ).toBeVisible();
  });

  await test.step('its prompt is copied, and all of it goes into the composer', async () => {
    await details(library).getByRole('button', { name: 'Copy prompt' }).click();
    await expect
      .poll(() => library.evaluate(() => navigator.clipboard.readText()))
      .toBe(witch.prompt);
    await details(library).getByRole('button', { name: 'Use again' }).click();
    await expect(details(library).getByRole('status')).toContainText(
      'Its words and images are in the composer under References',
    );
    await popup.bringToFront();
    await expect(popup.getByRole('radio', { name: 'References' })).toBeChecked();
    await expect(popup.getByRole('textbox', { name: 'What happens' })).toHaveValue(
      witch.prompt ?? '',
    );
    await library.bringToFront();
    await tile(library, train.title).click();
    await details(library).getByRole('button', { name: 'Extend…' }).click();
    await popup.bringToFront();
    await expect(popup.getByRole('radio', { name: 'Extend', exact: true })).toBeChecked();
    await expect(popup.getByRole('radio', { name: new RegExp(`^${train.title}`) })).toBeChecked();
  });

  await test.step('everything is done with keys, and what closes gives the focus back', async () => {
    await library.bringToFront();
    await library.keyboard.press('Escape');
    await expect(details(library)).toBeHidden();
    await expect(tile(library, train.title)).toBeFocused();
    await library.keyboard.press('Home');
    await expect(tiles(library).first()).toBeFocused();
    await library.keyboard.press('Space');
    await library.keyboard.press('Shift+ArrowRight');
    await library.keyboard.press('Shift+ArrowDown');
    await expect(library.getByText('8 chosen')).toBeVisible();
    await library.keyboard.press('Enter');
    await expect(details(library)).toBeVisible();
    await library.keyboard.press('Escape');
    await expect(details(library)).toBeHidden();
    await library.keyboard.press('Escape');
    await expect(library.getByText('8 chosen')).toBeHidden();
    await library.keyboard.press('ControlOrMeta+a');
    await expect(library.getByText('10 chosen')).toBeVisible();
  });

  await test.step('several clips play together, and two of them are compared', async () => {
    await library.keyboard.press('Escape');
    for (const { title } of [train, door, balloon]) await choose(library, title);
    await library.getByRole('button', { name: 'Compare 3' }).click();
    const takes = library.getByRole('list', { name: 'Takes' }).getByRole('button');
    await expect(takes).toHaveCount(3);
    await takes.nth(2).click();
    await expect(takes.nth(0)).toHaveAttribute('aria-pressed', 'false');
    const position = library.getByRole('slider', { name: 'Position' });
    await expect(position).toHaveAttribute('max', '359');
    await library.getByRole('button', { name: 'One frame on' }).click();
    await library.getByRole('button', { name: 'Compare the two' }).click();
    await expect(library.getByRole('img', { name: `${door.title}, frame 0` })).toBeVisible();
    await expect(library.getByRole('slider', { name: 'Wipe' })).toBeVisible();
    await library.keyboard.press('End');
    await expect(library.getByRole('img', { name: `${balloon.title}, frame 191` })).toBeVisible();
    await library.keyboard.press('Escape');
    await expect(takes).toHaveCount(3);
    await library.keyboard.press('Escape');
    await expect(library.getByText('3 chosen')).toBeVisible();
    await library.keyboard.press('Escape');
  });

  await test.step('the library that is open is shown again, at the project that is open by then', async () => {
    await openFlow('harbour');
    await connected(popup, PROJECTS.harbour.title);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Library' }).click();
    await expect(tile(library, CLIPS.boat.title)).toBeVisible();
    await expect(filter(library, 'Project')).toContainText(PROJECTS.harbour.title);
    const open = chromium.context.pages().filter((page) => page.url().includes('/library.html'));
    expect(open).toHaveLength(1);
    await filter(library, 'Project').selectOption({ label: `${PROJECTS.elm.title} · 12` });
    await expect(tiles(library)).toHaveCount(10);
  });
});

test('five thousand clips scroll with few tiles in the page, and each is in reach by keys', async ({
  popup,
}) => {
  await changeStored(popup, 'video', { more: 5000 });
  const library = await openLibrary(popup);
  await expect(library.getByRole('status').first()).toHaveText('5,010 clips and images');
  await filter(library, 'Order').selectOption('Flow’s order');
  expect(await tiles(library).count()).toBeLessThan(120);
  await expect(library.getByRole('grid')).toHaveAttribute('aria-rowcount', '835');

  await test.step('End leads to the last one, and back', async () => {
    await tiles(library)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await library.keyboard.press('End');
    await expect(tile(library, 'Copy 5000')).toBeFocused();
    await expect(tile(library, 'Copy 5000')).toBeInViewport();
    expect(await tiles(library).count()).toBeLessThan(150);
    await library.keyboard.press('ArrowUp');
    await expect(tile(library, 'Copy 4994')).toBeFocused();
    await library.keyboard.press('Home');
    await expect(tiles(library).first()).toBeFocused();
    await expect(tiles(library).first()).toBeInViewport();
  });

  await test.step('scrolling through draws what is in sight', async () => {
    const grid = library.locator('.library-scroll');
    for (const share of [0.25, 0.5, 0.75]) {
      await grid.evaluate((box, to) => box.scrollTo(0, box.scrollHeight * to), share);
      const inSight = () =>
        library.evaluate(
          () =>
            [...document.querySelectorAll('[data-tile]')].filter((each) => {
              const { top, bottom } = each.getBoundingClientRect();
              return bottom > 200 && top < innerHeight;
            }).length,
        );
      await expect.poll(inSight).toBeGreaterThan(20);
    }
    expect(await tiles(library).count()).toBeLessThan(150);
  });

  await test.step('one in five thousand is found, and all of them are chosen', async () => {
    await search(library).fill('copy 4321');
    await expect(tiles(library)).toHaveCount(1);
    await search(library).fill('');
    await library.keyboard.press('Tab');
    await library.keyboard.press('ControlOrMeta+a');
    await expect(library.getByText('5,010 chosen')).toBeVisible();
  });
});
