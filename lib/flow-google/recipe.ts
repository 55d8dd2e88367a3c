import type { Aspect } from '@/lib/flow/aspect';
import type { Resolution } from '@/lib/flow/media';
import { readMediaId, UPSCALED_4K, upscaledFrom } from '@/lib/flow/media-id';
import type { PageAction } from '@/lib/flow/started';
import { at, listAt, textAt, wholeAt } from './positions';

/** What a medium was made from, as its record says it (reported). Each part is there where it is said. */
export interface Recipe {
  readonly model?: string;
  /** 2 frames, 3 references, 4 derived (edit, upscale), 5 extend. */
  readonly family?: number;
  readonly aspect?: Aspect;
  readonly resolution?: Resolution;
  /** What the inputs are for: 1 start, 2 end, 4 reference. */
  readonly roles: readonly number[];
  /** What it was made from, the source of an edit, an upscale or an extend first. */
  readonly sourceIds: readonly string[];
}

const ASPECTS: ReadonlyMap<number | undefined, Aspect> = new Map([
  [1, 'portrait'],
  [2, 'landscape'],
]);

const RESOLUTIONS: ReadonlyMap<number | undefined, Resolution> = new Map([
  [1, '720p'],
  [2, '1080p'],
  [3, '4k'],
  [4, '360p'],
]);

/** More than Flow takes for one clip. */
const SOURCES_AT_MOST = 16;

/**
 * Reads `[[model, family, [mode], null, aspect, resolution], [[null, role, id, crop]…], [[…, source]]]`.
 *
 * @param mediaId an upscaled clip says by its own id what it was made from
 */
export function readRecipe(recipe: unknown, mediaId: string): Recipe {
  const [model, family] = [modelIn(textAt(recipe, 0, 0)), wholeAt(recipe, 0, 1)];
  const aspect = ASPECTS.get(wholeAt(recipe, 0, 4));
  const resolution = mediaId.endsWith(UPSCALED_4K) ? '4k' : RESOLUTIONS.get(wholeAt(recipe, 0, 5));
  const inputs = listAt(recipe, 1).slice(0, SOURCES_AT_MOST);
  const named = [at(recipe, 2, 0, 3), ...inputs.map((input) => at(input, 2))];
  const ids = [upscaledFrom(mediaId), ...named].flatMap((id) =>
    typeof id === 'string' ? (readMediaId(id)?.id ?? []) : [],
  );
  return {
    ...(model !== undefined && { model }),
    ...(family !== undefined && { family }),
    ...(aspect && { aspect }),
    ...(resolution && { resolution }),
    roles: inputs.flatMap((input) => wholeAt(input, 1) ?? []),
    sourceIds: [...new Set(ids)].slice(0, SOURCES_AT_MOST),
  };
}

/** A model's key; undefined for a text that has not its form. */
export const modelIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^[\w.-]{3,100}$/.test(text) ? text : undefined;

/** Families that mean something here. Text's own is not reported; only 1 is left for it below these. */
const FAMILIES: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

export const isKnownFamily = (family: number): boolean => FAMILIES.has(family);

/**
 * How a clip was made: by its id, its model, its family and the roles of its inputs, the surest first.
 * Undefined where none of them says it, or an unknown family does.
 */
export function actionOf(
  { model = '', family, roles, sourceIds }: Recipe,
  mediaId: string,
): PageAction | undefined {
  if (upscaledFrom(mediaId) !== undefined || /upsampl/.test(model)) return 'upscale';
  // Clips that were made on labs.google are listed here as well; nobody sees a reshoot made here.
  if (/reshoot/.test(model)) return 'reshoot';
  if (family === 5) return 'extend';
  if (family === 4 || model === 'abra_edit') return 'edit';
  if (family === 3 || roles.includes(4)) return 'references';
  if (family === 2 || roles.includes(1) || roles.includes(2)) return 'frames';
  if (family !== undefined && !isKnownFamily(family)) return undefined;
  return model !== '' && roles.length === 0 && sourceIds.length === 0 ? 'text' : undefined;
}
