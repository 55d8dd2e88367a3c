import { sample } from '../../samples/read';

/** When answers were seen, epoch ms. */
export const NOW = 1_791_101_000_000;

/** When the samples' media were made. */
export const MADE = 1_791_100_000_500;

export const PROJECT = '3cef0724-8ab8-54fa-a714-f9e0a61cf84c';
/** Clips: one of words alone, two that extend it. */
export const BOAT = '71de98ad-f3cd-510f-a7d5-9716eb2513a6';
export const NEXT = '1ab83aa2-5ee2-5e3f-96e6-f84f0edf2a1d';
export const TWIN = '317c827a-0a89-5631-b6d9-382e56c751e6';
/** A clip made of images, and the first of these. */
export const REFS = '2ba848f1-423a-58bb-80c4-ddebe5d0f3f5';
export const IMAGE = 'ffb12f12-1a9c-512b-ab76-b76c82a5b8ee';
/** The clip of a scene. */
export const COPY = '65f54bd5-9c2a-5b4b-9f04-ac1d6f82ec35';

/** What an answer of flow.google.com holds. */
export const google = (name: string): unknown => sample(`flow-google/${name}`);

/** The same value with another one in one place; places before it are made where they are missing. */
export function withAt(value: unknown, path: readonly number[], other: unknown): unknown {
  const [position, ...rest] = path;
  if (position === undefined) return other;
  const list: unknown[] = Array.isArray(value) ? [...value] : [];
  list[position] = withAt(list[position], rest, other);
  return list;
}
