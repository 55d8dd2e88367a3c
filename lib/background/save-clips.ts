import type { Saver } from '@/lib/files/saver';
import type { SourcePorts } from '@/lib/files/sources';
import { recipeId, type Save } from '@/lib/jobs/save';
import type { AnswerOf, DataOf } from '@/lib/messaging/protocol';
import { ask } from '@/lib/storage/ask';
import type { Library } from '@/lib/storage/library';
import { savesOf, type Wanted } from '@/lib/storage/save-store';

export interface SaveClipsUses {
  readonly library: Pick<Library, 'some'>;
  readonly sources: Pick<SourcePorts, 'makerOf'>;
  readonly saver: Pick<Saver, 'saveAll'>;
}

/** Saves clips and images of a project in this order, and beside each its recipe where that is wanted. */
export async function saveClips(
  { library, sources, saver }: SaveClipsUses,
  { mediaIds, skipsSaved = false, hasRecipe = false }: DataOf<'saveClips'>,
): Promise<AnswerOf<'saveClips'>> {
  const ids = [...(await library.some(mediaIds)).keys()];
  if (ids.length === 0) return { ok: false, refusal: 'not-found' };
  const all = await Promise.all(
    ids.map(async (mediaId) => ({
      mediaId,
      wanted: wantedOf(mediaId, await sources.makerOf(mediaId)),
    })),
  );
  const before = skipsSaved ? await endedWell(all.map(({ wanted }) => wanted.id)) : new Map();
  const skipped = all.filter(({ wanted }) => before.has(wanted.id));
  const others = all.filter(({ wanted }) => !before.has(wanted.id));
  await saver.saveAll([
    ...others.map(({ wanted }) => ({ ...wanted, ...(hasRecipe && { hasRecipe }) })),
    ...(hasRecipe ? skipped.flatMap(({ wanted }) => recipeOfSaved(wanted.id, before)) : []),
  ]);
  return { ok: true, jobs: others.length, skipped: skipped.map(({ mediaId }) => mediaId) };
}

const wantedOf = (mediaId: string, job: { readonly id: string } | undefined): Wanted =>
  job ? { id: job.id, of: 'job' } : { id: mediaId, of: 'clip' };

/** Where files of these saves and recipes lie that are there already, by the id of the save. */
async function endedWell(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const saves = await ask((from) => savesOf([...ids, ...ids.map(recipeId)], from));
  return new Map(
    saves.flatMap((save: Save) => (save.state === 'saved' ? [[save.id, save.path]] : [])),
  );
}

/** The recipe of a file that is there, where it has none yet. */
function recipeOfSaved(id: string, saved: ReadonlyMap<string, string>): Wanted[] {
  const beside = saved.get(id);
  if (beside === undefined || saved.has(recipeId(id))) return [];
  return [{ id: recipeId(id), of: 'recipe', beside }];
}
