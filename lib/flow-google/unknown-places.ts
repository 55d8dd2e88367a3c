import { at } from './positions';

/**
 * Places of a record and of what it says of itself that reports name; all others were empty there. The sizes
 * of a page's arrays grow with its builds.
 */
const KNOWN = {
  record: [0, 1, 2, 3, 5, 6, 7],
  about: [0, 1, 5, 6, 8, 9, 10, 12, 13],
} as const;

/** Places of a record that hold something and are not known here, such as `record[8]`. Only the place is told. */
export function unknownPlaces(record: unknown): string[] {
  return [...filled(record, 'record'), ...filled(at(record, 5), 'about')];
}

const filled = (value: unknown, name: keyof typeof KNOWN): string[] =>
  (Array.isArray(value) ? value.slice(0, PLACES_AT_MOST) : []).flatMap((each, place) => {
    const isKnown = KNOWN[name].some((known) => known === place);
    return isKnown || each === null || each === undefined ? [] : [`${name}[${place}]`];
  });

const PLACES_AT_MOST = 40;
