import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_CLIPS } from '../twin/flow-google/own-clips';
import { CLIPS, IMAGES } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import { openFlowGoogle, ownRpcs } from './support/flow-google';
import { choose, filter, openLibrary, tile, tiles } from './support/library';
import { savedFile } from './support/saved-file';

const { door, witch } = CLIPS;
const { trainExtended, walk } = OWN_CLIPS;

/** What is known of each tab's list of clips; to be run in the worker. */
const listed = () =>
  chrome.storage.session.get<{ tabs?: Record<string, { list?: string }> }>('tabs');

test('the library of a project on flow.google.com: versions, what each was made from, and files, asked for only to be saved', async ({
  chromium,
  twin,
  openPopup,
}) => {
  const page = await openFlowGoogle(chromium, twin);
  // A view that opens before the page's own list has come in asks for it once more.
  const lists = async () => {
    const { tabs = {} } = await (await chromium.worker()).evaluate(listed);
    return Object.values(tabs).map(({ list }) => list);
  };
  await expect.poll(lists).toEqual(['seen']);
  const popup = await openPopup();
  await connected(popup);
  const library = await openLibrary(popup);
  const details = library.getByRole('region', { name: 'Details' });

  await test.step('edits and upscales are versions of their clip, an extension is one of its own', async () => {
    await expect(tile(library, witch.title)).toContainText('2 versions');
    await expect(tile(library, trainExtended.title)).toBeVisible();
    await library.getByRole('searchbox').fill('moon turns green');
    await expect(tiles(library)).toHaveCount(1);
    await library.getByRole('searchbox').fill('');
    await filter(library, 'Made from').selectOption('From images');
    await expect(tiles(library)).toHaveCount(1);
    await filter(library, 'Made from').selectOption('Made any way');
  });

  await test.step('a recipe of Flow’s own names words, images and model', async () => {
    await tile(library, walk.title).click();
    await expect(details).toContainText(walk.prompt ?? '');
    const from = details.getByRole('region', { name: 'Made from' });
    await expect(from).toContainText(IMAGES.coat.title);
    await expect(from).toContainText(IMAGES.lantern.title);
    await tile(library, trainExtended.title).click();
    await expect(from).toContainText(CLIPS.train.title);
    await library.keyboard.press('Escape');
  });

  await test.step('a choice is saved with its recipes, byte for byte', async () => {
    await choose(library, door.title);
    await choose(library, trainExtended.title);
    await library.getByRole('checkbox', { name: 'Recipe beside each, as JSON' }).check();
    await library.getByRole('button', { name: 'Save 2 files' }).click();
    await expect(library.getByText('2 files saved.')).toBeVisible();
    const saved = await savedFile(join(chromium.downloads, `${door.title}.mp4`));
    expect(saved.equals(readFileSync(door.file))).toBe(true);
    await expect
      .poll(() => readdirSync(chromium.downloads).filter((name) => name.endsWith('.json')))
      .toHaveLength(2);
    const recipe = await savedFile(join(chromium.downloads, `${trainExtended.title}.json`));
    expect(JSON.parse(recipe.toString())).toMatchObject({
      ...{ madeBy: 'extend', model: trainExtended.model, title: trainExtended.title },
      sources: [{ title: CLIPS.train.title }],
    });
  });

  await test.step('of Flow only what was looked at was asked for', async () => {
    const own = await ownRpcs(twin, page);
    const names = new Set(own.map(({ name = '' }) => name.replace(/^\w+\./, '')));
    expect([...names].sort()).toEqual(['GetCredits', 'GetMedia', 'GetModels']);
  });
});
