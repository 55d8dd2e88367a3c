import * as z from 'zod/mini';

/**
 * A field that may be missing. `null` counts as missing and so does a value of another form: an odd
 * field loses itself and never its neighbours.
 */
export const lenient = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined);

/** UTF-16 units of one text in an answer: several times the longest that the service has. */
export const TEXT_AT_MOST = 20_000;

/** A text of some length. One beyond all bounds is none: what is kept of it must fit everywhere. */
export const text = z.string().check(z.minLength(1), z.maxLength(TEXT_AT_MOST));

/** What tells one thing from all others of its kind: a key, an id. Flow's have at most half of that. */
export const name = z.string().check(z.minLength(1), z.maxLength(100));

/** Entries of a list that could be read, in its order, and how many could not. */
export interface Entries<Entry> {
  readonly entries: Entry[];
  /** Only a number: what an odd entry holds is nobody's business. */
  readonly leftOut: number;
}

/**
 * Reads a list entry by entry: one that cannot be read is left out and counted. No list at all
 * (`null`, missing) has no entries; something else in its place counts as one.
 *
 * @param read the entry, or undefined when there is nothing in it that could be used
 */
export function readEntries<Entry>(
  list: unknown,
  read: (entry: unknown) => Entry | undefined,
): Entries<Entry> {
  if (!Array.isArray(list))
    return { entries: [], leftOut: list === undefined || list === null ? 0 : 1 };
  const entries = list.map(read).filter((entry) => entry !== undefined);
  return { entries, leftOut: list.length - entries.length };
}
