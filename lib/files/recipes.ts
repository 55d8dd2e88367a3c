import type { Media } from '@/lib/flow/media';
import { resultId } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { besideId, type Save } from '@/lib/jobs/save';
import { titleOf } from '@/lib/library/entry';
import { type Maker, recipeOf } from '@/lib/library/recipe';
import { recipeFile } from '@/lib/library/recipe-file';
import { ask } from '@/lib/storage/ask';
import { projects } from '@/lib/storage/items';
import { makerOf, readJob } from '@/lib/storage/job-queries';
import { mediaWithKey, readMedia } from '@/lib/storage/media-queries';
import { pageJobsSince } from '@/lib/storage/page-job-store';
import { mediaFileName } from './naming';

/** The file of a recipe and where it goes; undefined where its clip is no longer known. */
export async function findRecipe(
  save: Pick<Save, 'id' | 'of' | 'beside'>,
  now: number,
): Promise<{ readonly file: Blob; readonly path: string } | undefined> {
  const media = await mediaOfSave(besideId(save));
  if (!media) return undefined;
  const maker = await readMaker(media.id);
  const recipe = recipeOf(media, maker);
  const text = recipeFile({
    ...{
      media,
      recipe,
      now,
      title: titleOf(media, maker),
      projectTitle: (await projects.get())[media.projectId],
    },
    sources: await Promise.all(recipe.sourceIds.map(sourceOf)),
  });
  const beside = save.beside ?? (await mediaFileName(media));
  return {
    file: new Blob([text], { type: 'application/json' }),
    path: `${beside.replace(/\.[^./]*$/, '')}.json`,
  };
}

/** What a save is of: the result of a job, else a clip or an image by its own id. */
async function mediaOfSave(id: string): Promise<Media | undefined> {
  const job = await ask((from) => readJob(id, from));
  const mediaId = job ? resultId(job) : id;
  return mediaId === undefined ? undefined : ask((from) => readMedia(mediaId, from));
}

async function readMaker(mediaId: string): Promise<Maker | undefined> {
  const job = await ask((from) => makerOf(mediaId, from));
  if (job) return job;
  const heard: readonly PageJob[] = await ask((from) => pageJobsSince(0, from));
  return heard.find((each) => each.state === 'done' && each.mediaId === mediaId);
}

async function sourceOf(name: string): Promise<{ id: string; title: string }> {
  const media =
    (await ask((from) => readMedia(name, from))) ?? (await ask((from) => mediaWithKey(name, from)));
  return { id: media?.id ?? name, title: media?.title ?? '' };
}
