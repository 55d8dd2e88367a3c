import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import { findings, sideways } from './support/findings';
import { test } from './support/fixtures';
import { choose, filter, openLibrary } from './support/library';
import { savedFile } from './support/saved-file';
import { stopWorker } from './support/stop-worker';

const { street, door } = CLIPS;

const recipesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'));

test('a choice of clips is saved in its order by the template, with recipes, and once', async ({
  popup,
  chromium,
  twin,
}) => {
  const worker = await chromium.worker();
  await worker.evaluate(() =>
    chrome.storage.local.set({
      settings: { gapSeconds: 1, atOnce: 8, nameTemplate: '{project}/{clip} {size} {result}' },
    }),
  );
  const library = await openLibrary(popup);
  const folder = join(chromium.downloads, PROJECTS.elm.title);
  await filter(library, 'Order').selectOption('By title');

  await test.step('newest versions, without recipes', async () => {
    await choose(library, street.title);
    await choose(library, door.title);
    await expect(library.getByText('2 chosen')).toBeVisible();
    await library.getByRole('button', { name: 'Save 2 files' }).click();
    await expect(library.getByText('2 files saved.')).toBeVisible();
    expect(readdirSync(folder).sort()).toEqual([
      `${street.title} 1080p 1080p.mp4`,
      `${door.title} 720p.mp4`,
    ]);
  });

  await test.step('what is there is left out, its recipe is not, and the worker may die in the middle', async () => {
    await choose(library, IMAGES.coat.title);
    await filter(library, 'Versions to save').selectOption('All versions');
    await library.getByRole('checkbox', { name: 'Recipe beside each, as JSON' }).check();
    const letGo = twin.holdFileAnswers();
    await library.getByRole('button', { name: 'Save 4 files' }).click();
    await expect(library.getByText('Saving, 0 of 2 saved.')).toBeVisible();
    await expect.poll(() => recipesIn(folder)).toHaveLength(2);
    await stopWorker(chromium.context, library);
    letGo();
    await expect(library.getByText('2 files saved. 2 skipped, saved already.')).toBeVisible();
    const names = [
      `${street.title} 1080p 1080p`,
      `${street.title} 720p`,
      `${door.title} 720p`,
      IMAGES.coat.title,
    ];
    await expect.poll(() => recipesIn(folder)).toHaveLength(4);
    expect(readdirSync(folder).sort()).toEqual(
      [
        ...names.map((name) => `${name}.json`),
        ...names.map((name) => `${name}.${name === IMAGES.coat.title ? 'jpg' : 'mp4'}`),
      ].sort(),
    );
    const recipe = await savedFile(join(folder, `${street.title} 1080p 1080p.json`));
    expect(JSON.parse(recipe.toString())).toMatchObject({
      ...{ schemaVersion: 1, tool: 'Second Take', project: PROJECTS.elm.title },
      ...{ title: street.title, madeBy: 'upscale', seed: 922418, resolution: '1080p' },
      sources: [{ id: street.mediaId, title: street.title }],
    });
    expect(recipe.toString()).not.toMatch(/https?:|ya29|@/);
    const saved = await savedFile(join(folder, `${street.title} 720p.mp4`));
    expect(saved.equals(readFileSync(street.file))).toBe(true);
  });

  await test.step('what was left out is saved once more where that is wanted', async () => {
    await library.getByRole('button', { name: 'Save again' }).click();
    await expect.poll(() => readdirSync(folder)).toContain(`${door.title} 720p (1).mp4`);
    await expect.poll(() => readdirSync(folder)).toContain(`${door.title} 720p (1).json`);
  });

  await test.step('axe finds nothing, and nothing stands out at the sides', async () => {
    expect(await findings(library)).toEqual([]);
    await library.emulateMedia({ forcedColors: 'active' });
    expect(await findings(library)).toEqual([]);
    await library.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    for (const width of [1280, 700, 320]) {
      await library.setViewportSize({ width, height: 800 });
      expect(await sideways(library), `at ${width}`).toEqual([]);
    }
  });
});
