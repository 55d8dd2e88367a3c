import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findRecipe } from '@/lib/files/recipes';
import { recipeId } from '@/lib/jobs/save';
import { database } from '@/lib/storage/database';
import { projects } from '@/lib/storage/items';
import { tableOf } from '../../fakes/table-of';
import { clip, PROJECT, uuid } from '../../samples/jobs';
import { ours, pages } from '../../samples/library';

const NOW = 5000;

const find = async (id: string, beside?: string) => {
  const found = await findRecipe(
    { id: recipeId(id), of: 'recipe', ...(beside !== undefined && { beside }) },
    NOW,
  );
  return found && { path: found.path, content: JSON.parse(await found.file.text()) };
};

beforeEach(async () => {
  fakeBrowser.reset();
  for (const table of ['media', 'jobs', 'pageJobs'] as const)
    await tableOf(database, table).clear();
  await tableOf(database, 'media').put([clip(1), clip(2, { title: '' })]);
  await projects.set({ [PROJECT]: 'Elm Street' });
});

it('the recipe of a job’s result lies beside it and names its source', async () => {
  await tableOf(database, 'jobs').put([ours()]);
  expect(await find(ours().id, 'Film/Night v1.2/Witch (1).mp4')).toMatchObject({
    path: 'Film/Night v1.2/Witch (1).json',
    content: {
      ...{ madeBy: 'reshoot', cameraMove: 'UP', title: 'Witch lands', project: 'Elm Street' },
      sources: [{ id: clip(1).id, title: 'Clip 1' }],
    },
  });
});

it('the recipe of a clip has what the page’s call has shown of it', async () => {
  await tableOf(database, 'pageJobs').put([pages({ prompt: 'Rain', title: 'Clip 1' })]);
  expect(await find(clip(2).id, 'Clip.mp4')).toMatchObject({
    path: 'Clip.json',
    content: { madeBy: 'edit', prompt: 'Rain' },
  });
});

it('the recipe of an upscale names its source by the key, and of what is not known the name alone', async () => {
  const upscaled = clip(3, { key: `${uuid(1)}_upsampled` });
  const strange = clip(4, { sourceIds: ['somewhere'], madeBy: 'extend' });
  await tableOf(database, 'media').put([upscaled, strange]);
  expect((await find(upscaled.id))?.content.sources).toEqual([{ id: clip(1).id, title: 'Clip 1' }]);
  const found = await find(strange.id);
  expect(found?.path).toBe('Clip 4.json');
  expect(found?.content.sources).toEqual([{ id: 'somewhere', title: '' }]);
});

it('there is no recipe of a clip that is no longer known', async () => {
  expect(await find('gone')).toBeUndefined();
});
