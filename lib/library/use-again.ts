import type { Draft } from '@/lib/drafts/draft';
import { settingsOfPage } from '@/lib/drafts/settings-of';
import { IMAGES_MAX } from '@/lib/flow/request';
import { type Entry, type Find, sourcesIn } from './entry';

/** What of a recipe goes into the composer. */
export interface Again {
  readonly draft: Partial<Draft>;
  /** It was made in a way that cannot be asked for here: its words go into a clip from images. */
  readonly isOtherWay: boolean;
}

/**
 * The parts of a draft that ask for the same once more: prompt, images, source, move, frames, shape and
 * seed. Undefined where nothing of it could be asked for from here.
 */
export function againOf(entry: Entry, find: Find): Again | undefined {
  const { recipe } = entry;
  const { madeBy = 'other', prompt, aspect, seed } = recipe;
  const sources = sourcesIn(entry, find).map(({ media }) => media);
  const known = sources.map(({ id }) => id);
  const sourceIds = known.length > 0 ? known : recipe.sourceIds;
  const draft = settingsOfPage({ ...recipe, action: madeBy, sourceIds: [...sourceIds] });
  if (draft) return { draft, isOtherWay: false };
  const images = sources.filter(({ kind }) => kind === 'image').map(({ id }) => id);
  if (madeBy === 'edit' || (prompt === undefined && images.length === 0)) return undefined;
  return {
    draft: {
      ...{ action: 'references', takes: 1, seed, imageIds: images.slice(0, IMAGES_MAX) },
      ...(prompt !== undefined && { referencesPrompt: prompt }),
      ...(aspect && { aspect }),
    },
    isOtherWay: true,
  };
}
