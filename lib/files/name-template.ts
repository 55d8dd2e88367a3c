import { failed, type Result, success } from '@/lib/base/result';
import { type Room, validPart } from './valid-name';

/** What a name can be made of. `result` tells takes of one clip apart: the move, the seed, the size. */
export const NAME_TOKENS = [
  'project',
  'clip',
  'action',
  'move',
  'take',
  'size',
  'seed',
  'date',
  'result',
] as const;

export type NameToken = (typeof NAME_TOKENS)[number];
export type NameValues = Readonly<Record<NameToken, string>>;

export const DEFAULT_TEMPLATE = '{clip} – {result}';

export const TEMPLATE_MAX = 200;
/** Folders and the name itself. */
export const PARTS_MAX = 5;
/**
 * One folder, or the name without its ending. Systems take 255 bytes; a name grows by `.mp4`, by
 * ` (1)`, and by `.crdownload` while it is saved.
 */
const PART_ROOM: Room = { characters: 110, bytes: 200 };

/** Why a template cannot be used. */
export type TemplateProblem =
  | { readonly kind: 'empty' | 'outside' | 'long' }
  | { readonly kind: 'unknown'; readonly token: string };

const TOKEN = new RegExp(`\\{(${NAME_TOKENS.join('|')})\\}`, 'g');

/** A template without spaces around it, or what is wrong with it. */
export function checkTemplate(text: string): Result<string, TemplateProblem> {
  const template = text.trim();
  const parts = template.split('/').map((part) => part.trim());
  const stray = /\{[^{}]*\}?|\}/.exec(template.replaceAll(TOKEN, ''))?.[0];
  if (template === '') return failed({ kind: 'empty' });
  if (stray !== undefined) return failed({ kind: 'unknown', token: stray });
  if (/^[a-z]:|\\/i.test(template) || parts.some((part) => /^\.*$/.test(part)))
    return failed({ kind: 'outside' });
  if (template.length > TEMPLATE_MAX || parts.length > PARTS_MAX) return failed({ kind: 'long' });
  return success(template);
}

/**
 * A path below the folder of downloads, valid on every system. Folders come from the template's
 * own slashes alone, never from a value; what has no value is left out.
 *
 * @param ending such as `.mp4`
 */
export function nameFrom(template: string, values: NameValues, ending: string): string {
  const parts = template
    .split('/')
    .map((part) => part.replaceAll(TOKEN, (_, token: NameToken) => values[token]))
    .map((part) => validPart(part.replace(/[\s–—_-]+$/u, ''), PART_ROOM));
  const name = parts.pop();
  const folders = parts.filter((part) => part !== '').map(safeFolder);
  return [...folders, `${name || 'Clip'}${ending}`].join('/');
}

/** Browsers refuse folders that end like a shortcut or a file of the system. */
const safeFolder = (folder: string): string =>
  folder.replace(/\.(?=(?:lnk|local|url|scf|desktop|ini|db|\{.*\})$)/i, ' ');
