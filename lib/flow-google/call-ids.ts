import { keysOf } from '@/lib/base/keys-of';

/*
 * Ids of the page's calls, as reports of 2026-09 and 2026-10 name them. They change with the page's
 * builds; what the page itself was seen using counts before them.
 */

/** Calls that read and that need no verification: all that is ever asked from here. */
export const READ_IDS = {
  credits: 'nzlxg',
  models: 'HTrJv',
  projects: 'UpteDb',
  contents: 'Zzl0ze',
  media: 'as29s',
  status: 'jwpduf',
} as const;

export type ReadCall = keyof typeof READ_IDS;

/**
 * Calls that generate or upload. Each carries the page's own verification, which is neither made nor
 * passed on here: they are recognised, and there is no way to form one (`ask.ts`).
 */
export const VERIFIED_IDS = {
  images: 'ogiZ0b',
  text: 'YhhmEf',
  startImage: 'eb1hJf',
  startEndImage: 'nprQif',
  references: 'MZZa6b',
  extend: 'fZytfe',
  edit: 'jIps6',
  upscale: 'p0UkFb',
  upscaleImage: 'SPrCad',
  uploadImage: 'maseQ',
  transformImage: 'sAVZzc',
  experimental: 'IJhj9c',
} as const;

export type VerifiedCall = keyof typeof VERIFIED_IDS;

export const isReadCall = (call: string): call is ReadCall => Object.hasOwn(READ_IDS, call);

export const isVerifiedCall = (call: string): call is VerifiedCall =>
  Object.hasOwn(VERIFIED_IDS, call);

/** Known as well, with nothing for us in them: settings, titles, trash, scenes, joining, telemetry. */
const OTHER_IDS: ReadonlySet<string> = new Set([
  ...[
    'yBhWQ',
    'ngNC2',
    'Iyc41d',
    'uurnC',
    'jHPbke',
    'o8DA4',
    'QI2zvc',
    'mYWVGd',
    'pGCYOe',
    'rqZuUc',
  ],
  ...['uwAyfb', 'GoMJte', 'BLIwAb', 'GjQLTd', 'IxdSwd', 'QZasKb', 'CK0Pk', 'Yizz8d', 'DA4VGb'],
  ...['cPZSdc', 'rThb8d', 'tRARke', 'WuwhI'],
]);

/** Ids that the page was seen using, by the call. */
export type LearnedIds = { readonly [Call in ReadCall]?: string | undefined };

/** Where an id is from: the page's own traffic, or the table above. */
export type IdSource = 'page' | 'table';

/** The id to ask for, and where it is from. */
export function idOf(call: ReadCall, learned: LearnedIds): { id: string; from: IdSource } {
  const seen = learned[call];
  return seen === undefined ? { id: READ_IDS[call], from: 'table' } : { id: seen, from: 'page' };
}

/** The call that an id stands for; `other` for one that is known and of no use here. */
export function callNamed(
  id: string,
  learned: LearnedIds,
): { call: ReadCall | VerifiedCall | 'other'; from: IdSource } | undefined {
  const seen = keysOf(READ_IDS).find((call) => learned[call] === id);
  if (seen !== undefined) return { call: seen, from: 'page' };
  const call =
    keysOf(READ_IDS).find((each) => READ_IDS[each] === id) ??
    keysOf(VERIFIED_IDS).find((each) => VERIFIED_IDS[each] === id) ??
    (OTHER_IDS.has(id) ? 'other' : undefined);
  return call && { call, from: 'table' };
}
