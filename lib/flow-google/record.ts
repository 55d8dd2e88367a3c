import { isUuid } from '@/lib/base/ids';
import type { Media, SeenMedia } from '@/lib/flow/media';
import { isElsewhere, readMediaId } from '@/lib/flow/media-id';
import type { OperationError } from '@/lib/flow/operation-state';
import { readableTitle } from '@/lib/flow/readable-title';
import { fileOf, posterOf } from './files';
import { at, listAt, momentAt, textAt, wholeAt } from './positions';
import { actionOf, modelIn, type Recipe, readRecipe } from './recipe';
import { readStatusError } from './status-error';

/**
 * One medium and how its making stands, the same in all answers that name media (reported):
 * `[id, project, workflow, …, …, [made, words, …, picture, [null, recipe], …, [status], …, picture,
 * …, prompt, bytes], …, [[null, seed, …, prompt, file, …, model], [null, null, [seconds]]]]`.
 * The fourth was "CAE" until 2026-10 and is null since: nothing hangs on it.
 */
export interface FlowRecord {
  readonly id: string;
  readonly key: string;
  readonly kind: Media['kind'];
  readonly projectId?: string;
  readonly workflowId?: string;
  /** 6 sent, 1 and 2 running, 3 done, 4 failed. */
  readonly status?: number;
  readonly error?: OperationError;
  readonly recipe: Recipe;
  readonly prompt?: string;
  /** A title that is not its prompt. */
  readonly title?: string;
  readonly seed?: number;
  /** Of the file. */
  readonly bytes?: number;
  /** Length in s as the record says it; an extended clip is somewhat shorter. */
  readonly seconds?: number;
  /** Epoch ms, Flow's clock. */
  readonly madeAt?: number;
  readonly file: ReturnType<typeof fileOf>;
  readonly poster: ReturnType<typeof posterOf>;
}

/** Whether a value has what makes it a record: an id and the list of what is said of it. */
export const isRecord = (value: unknown): boolean =>
  Array.isArray(at(value, 5)) && readMediaId(textAt(value, 0) ?? '') !== undefined;

/** Reads a record; undefined where it has no id, or says that it is of two projects. */
export function readRecord(value: unknown): FlowRecord | undefined {
  const known = isRecord(value) ? readMediaId(textAt(value, 0) ?? '') : undefined;
  const projectId = uuidAt(value, 1) ?? known?.projectId;
  if (!known || isElsewhere(known, projectId)) return undefined;
  const { id, key } = known;
  const workflowId = uuidAt(value, 2);
  const read = readRecipe(at(value, 5, 6, 1), id);
  const model = read.model ?? modelIn(textAt(value, 7, 0, 12));
  const recipe = { ...read, ...(model !== undefined && { model }) };
  const [named, words] = [textAt(value, 5, 12), textAt(value, 5, 1)];
  const prompt = named ?? words ?? textAt(value, 7, 0, 7);
  const [status, error] = [wholeAt(value, 5, 8, 0), readStatusError(at(value, 5, 8))];
  const [seed, bytes] = [wholeAt(value, 7, 0, 1), wholeAt(value, 5, 13)];
  const [seconds, madeAt] = [wholeAt(value, 7, 1, 2, 0), momentAt(value, 5, 0)];
  const file = fileOf(textAt(value, 7, 0, 8));
  return {
    ...{ id, key, kind: known.kind ?? kindOf(value, file.url, model) },
    ...(projectId !== undefined && { projectId }),
    ...(workflowId !== undefined && { workflowId }),
    ...(status !== undefined && { status }),
    ...(error && { error }),
    recipe,
    ...(prompt !== undefined && { prompt }),
    ...(words !== undefined && words !== prompt && { title: words }),
    ...(seed !== undefined && { seed }),
    ...(bytes !== undefined && { bytes }),
    ...(seconds !== undefined && { seconds }),
    ...(madeAt !== undefined && { madeAt }),
    ...{ file, poster: posterOf([textAt(value, 5, 10), textAt(value, 5, 5)]) },
  };
}

function uuidAt(value: unknown, position: number): string | undefined {
  const found = textAt(value, position);
  return found !== undefined && isUuid(found) ? found : undefined;
}

const VIDEO_MODEL = /^(?:veo|abra|omni)/i;
const IMAGE_MODEL = /^(?:gem_pix|narwhal|imagen|nano_?banana)/i;

/**
 * No report names a field for the kind. What says it, the surest first: the path of its file, the name
 * of its model, and the slot that tells of a video, which no image has a reason to fill.
 */
function kindOf(value: unknown, url: string | undefined, model = ''): Media['kind'] {
  if (url !== undefined) return /^[^?#]*\/image\//.test(url) ? 'image' : 'video';
  if (VIDEO_MODEL.test(model)) return 'video';
  return !IMAGE_MODEL.test(model) && listAt(value, 7).length > 0 ? 'video' : 'image';
}

/**
 * The clip or image of a record.
 *
 * @param named the title of its workflow: the one that the page shows, and that the user may have given
 */
export function mediaOfRecord(record: FlowRecord, now: number, named?: string): SeenMedia {
  const { id, key, kind, projectId, workflowId, recipe, prompt, title, seed, madeAt } = record;
  const madeBy = kind === 'video' ? actionOf(recipe, id) : undefined;
  return {
    ...{ id, key, kind, title: readableTitle(title ?? named ?? prompt ?? '') },
    ...(projectId !== undefined && { projectId }),
    ...(prompt !== undefined && { prompt }),
    ...(kind === 'video' && recipe.aspect && { aspect: recipe.aspect }),
    ...(seed !== undefined && { seed }),
    ...(recipe.model !== undefined && { model: recipe.model }),
    ...record.file,
    ...record.poster,
    ...(madeBy && { madeBy }),
    ...(recipe.sourceIds.length > 0 && { sourceIds: [...recipe.sourceIds] }),
    ...(workflowId !== undefined && { workflowId }),
    ...(recipe.resolution && { resolution: recipe.resolution }),
    ...(madeAt !== undefined && { madeAt }),
    seenAt: now,
  };
}
