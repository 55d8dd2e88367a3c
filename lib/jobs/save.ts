import * as z from 'zod/mini';
import { assertNever } from '@/lib/base/assert-never';

/**
 * Why a file was not saved. `refused`: Flow's storage said no, at a fresh URL too; `not-a-clip`:
 * what came is a page or far too small; `lost`: the browser no longer knows the download; `browser`:
 * the browser did not take the URL or the name.
 */
export const SAVE_FAULTS = [
  'refused',
  'not-a-clip',
  'gone',
  'no-session',
  'network',
  'no-space',
  'disk',
  'blocked',
  'cancelled',
  'lost',
  'browser',
] as const;

export type SaveFault = (typeof SAVE_FAULTS)[number];

const core = {
  /** Of a job its id; of a clip that no job here has made its media id; of a recipe see `recipeId`. */
  id: z.string(),
  of: z.enum(['job', 'clip', 'recipe']),
  /** Once its file is there, the recipe is saved beside it. */
  hasRecipe: z.optional(z.boolean()),
  /** Of a recipe: the path of the file that it lies beside. */
  beside: z.optional(z.string()),
  /** Pressed by the user, or wanted by the setting as soon as the job was done. */
  by: z.enum(['user', 'setting']),
  askedAt: z.number(),
  /** Pressed: its place among those of the press. By the setting: when its job was made (epoch ms). */
  index: z.number(),
  /** When this record was last stored: views follow what has changed. */
  changedAt: z.number(),
};

const started = {
  ...core,
  startedAt: z.number(),
  /** Path below the folder of downloads, as it was asked for. */
  path: z.string(),
  /** Absent for a file that came inside the answer. */
  url: z.optional(z.string()),
  /** The URL before this one, which the storage refused. */
  refused: z.optional(z.string()),
};

/** Saving one file, from the batch to its end. Times are epoch ms. */
export const saveSchema = z.discriminatedUnion('state', [
  z.object({
    ...core,
    state: z.literal('requested'),
    refused: z.optional(z.string()),
    /** What that URL brought was no clip. */
    wasPage: z.optional(z.boolean()),
    /** Only an open Flow tab of its account can bring a fresh URL. */
    isHeld: z.optional(z.boolean()),
  }),
  /** Stored before the browser is asked: a worker that died here looks for the download. */
  z.object({ ...started, state: z.literal('starting') }),
  z.object({
    ...started,
    state: z.literal('saving'),
    downloadId: z.int(),
    /** The type that came with it is not a clip's. */
    isPage: z.optional(z.boolean()),
  }),
  z.object({
    ...core,
    state: z.literal('saved'),
    endedAt: z.number(),
    /** Below the folder of downloads, under the name that it was given there. */
    path: z.string(),
  }),
  z.object({
    ...core,
    state: z.literal('broken'),
    endedAt: z.number(),
    fault: z.enum(SAVE_FAULTS),
    /** Told by a notification, or in sight when it broke. */
    isNotified: z.boolean(),
  }),
]);

export type Save = z.infer<typeof saveSchema>;
export type SaveState = Save['state'];
export type SaveIn<State extends SaveState> = Extract<Save, { state: State }>;

/** States in which something is still to come without the user. */
export const OPEN_SAVES = ['requested', 'starting', 'saving'] as const satisfies SaveState[];

export type SaveEvent =
  /** Its file was found; the browser is asked next. */
  | { readonly type: 'start'; readonly path: string; readonly url?: string }
  /** Its file cannot be had now. */
  | { readonly type: 'not-found'; readonly fault: 'gone' | 'no-session' | 'network' }
  | { readonly type: 'started'; readonly downloadId: number }
  /** The browser did not take it. */
  | { readonly type: 'not-started' }
  /** The worker died before it knew whether the browser had begun: it had not. */
  | { readonly type: 'not-begun' }
  /** The content type, as soon as it is known. */
  | { readonly type: 'typed'; readonly mime: string }
  /** With the name that it was given. */
  | { readonly type: 'complete'; readonly bytes: number; readonly path: string }
  /** The browser's word for why it stopped, such as NETWORK_FAILED. */
  | { readonly type: 'interrupted'; readonly error: string }
  /** The browser knows no such download. */
  | { readonly type: 'lost' }
  | { readonly type: 'told' };

/** What a save is of, and who wants it. */
type Asked = Pick<Save, 'id' | 'of' | 'by' | 'index' | 'hasRecipe' | 'beside'>;

/** A new batch to save. */
export const requestedSave = (of: Asked, now: number): SaveIn<'requested'> => ({
  ...of,
  state: 'requested',
  askedAt: now,
  changedAt: now,
});

const RECIPE = 'recipe ';

/** Id of the save of a recipe, by the id of the save whose file it lies beside. */
export const recipeId = (id: string): string => RECIPE + id;

/** The other way round; a save of no recipe has its own id. */
export const besideId = ({ id, of }: Pick<Save, 'id' | 'of'>): string =>
  of === 'recipe' ? id.slice(RECIPE.length) : id;

/** The recipe of a file that is there, to be saved beside it, and in its turn. */
export const recipeSave = (
  { id, by, index, askedAt }: Save,
  beside: string,
  now: number,
): SaveIn<'requested'> => ({
  ...requestedSave({ id: recipeId(id), of: 'recipe', by, index, beside }, now),
  askedAt,
});

/**
 * The only place where the state of a save changes. An event that means nothing in a state leaves
 * the very same object.
 *
 * @param now epoch ms
 */
export function saveStep(save: Save, event: SaveEvent, now: number): Save {
  const next = nextSave(save, event, now);
  return next === undefined ? save : { ...next, changedAt: now };
}

function nextSave(save: Save, event: SaveEvent, now: number): Save | undefined {
  switch (save.state) {
    case 'requested':
      return fromRequested(save, event, now);
    case 'starting':
      return fromStarting(save, event, now);
    case 'saving':
      return fromSaving(save, event, now);
    case 'broken':
      return event.type === 'told' && !save.isNotified ? { ...save, isNotified: true } : undefined;
    case 'saved':
      return undefined;
    default:
      return assertNever(save);
  }
}

function fromRequested(save: SaveIn<'requested'>, event: SaveEvent, now: number) {
  if (event.type === 'start') {
    const { isHeld: _held, wasPage: _was, ...rest } = save;
    const { path, url } = event;
    const where = url === undefined ? {} : { url };
    return { ...rest, state: 'starting', startedAt: now, path, ...where } as const;
  }
  if (event.type !== 'not-found') return undefined;
  // What saves by itself goes on by itself once a tab of its account is there.
  if (event.fault === 'no-session' && save.by === 'setting')
    return save.isHeld ? undefined : { ...save, isHeld: true };
  if (event.fault !== 'gone' || save.refused === undefined) return broken(save, event.fault, now);
  return broken(save, save.wasPage ? 'not-a-clip' : 'refused', now);
}

function fromStarting(save: SaveIn<'starting'>, event: SaveEvent, now: number): Save | undefined {
  switch (event.type) {
    case 'started':
      return { ...save, state: 'saving', downloadId: event.downloadId };
    case 'not-started':
      return broken(save, 'browser', now);
    case 'not-begun':
      return requested(save, save.refused);
    default:
      return undefined;
  }
}

function fromSaving(save: SaveIn<'saving'>, event: SaveEvent, now: number): Save | undefined {
  switch (event.type) {
    case 'typed':
      if (save.of === 'recipe' || save.isPage || isClipType(event.mime)) return undefined;
      return { ...save, isPage: true };
    case 'complete': {
      const isSmall = save.of !== 'recipe' && event.bytes < SMALLEST_CLIP;
      if (save.isPage || isSmall) return refusedAt(save, 'not-a-clip', now);
      const path = save.path.slice(0, save.path.lastIndexOf('/') + 1) + event.path;
      return { ...coreOf(save), state: 'saved', endedAt: now, path };
    }
    case 'interrupted':
      if (REFUSED.has(event.error)) return refusedAt(save, 'refused', now);
      if (CLOSED.has(event.error)) return requested(save, save.refused);
      return broken(save, faultOf(event.error), now);
    case 'lost':
      return broken(save, 'lost', now);
    default:
      return undefined;
  }
}

/** A URL that did not serve is asked for anew, once. */
function refusedAt(save: SaveIn<'saving'>, fault: SaveFault, now: number): Save {
  if (save.refused !== undefined || save.url === undefined) return broken(save, fault, now);
  const next = requested(save, save.url);
  return fault === 'not-a-clip' ? { ...next, wasPage: true } : next;
}

const coreOf = ({ id, of, by, askedAt, index, changedAt, hasRecipe, beside }: Save) => ({
  ...{ id, of, by, askedAt, index, changedAt },
  ...(hasRecipe && { hasRecipe }),
  ...(beside !== undefined && { beside }),
});

const requested = (save: Save, refused: string | undefined): SaveIn<'requested'> => ({
  ...coreOf(save),
  state: 'requested',
  ...(refused !== undefined && { refused }),
});

/** What the user stopped in the browser is no news to them. */
const broken = (save: Save, fault: SaveFault, now: number): Save => ({
  ...coreOf(save),
  state: 'broken',
  endedAt: now,
  fault,
  isNotified: fault === 'cancelled',
});

/** Bytes; an error of the storage has some 300, a second of video many thousands. */
const SMALLEST_CLIP = 2000;

/** Storage also serves clips as plain bytes. Chromium says "" while it does not know yet. */
const isClipType = (mime: string): boolean =>
  /^(video|image)\/|^(application|binary)\/octet-stream|^$/i.test(mime);

/** Chromium's words for 401 and 407, 403, and other 4xx; Firefox knows the first two and the last. */
const REFUSED: ReadonlySet<string> = new Set([
  'SERVER_UNAUTHORIZED',
  'SERVER_FORBIDDEN',
  'SERVER_BAD_CONTENT',
]);

/** The browser ended in the middle: it is begun again. */
const CLOSED: ReadonlySet<string> = new Set(['USER_SHUTDOWN', 'CRASH']);

const FAULTS: readonly (readonly [RegExp, SaveFault])[] = [
  [/^USER_/, 'cancelled'],
  [/^FILE_(NO_SPACE|TOO_LARGE)/, 'no-space'],
  [/^FILE_(BLOCKED|VIRUS_INFECTED|SECURITY_CHECK_FAILED)/, 'blocked'],
  [/^FILE_/, 'disk'],
];

/** All others are of the network or of a server that broke off. */
const faultOf = (error: string): SaveFault =>
  FAULTS.find(([pattern]) => pattern.test(error))?.[1] ?? 'network';
