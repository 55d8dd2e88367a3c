import fc from 'fast-check';

/** What stands where something else was expected. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 0.5, '', ' ', true, [], {}, [null], { constructor: 1 }),
  fc.string(),
  fc.jsonValue(),
);

type Path = readonly (string | number)[];

/** Every place in a value, but for the value itself. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const below = Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function put(value: unknown, [key, ...rest]: Path, junk: unknown): unknown {
  if (key === undefined) return junk;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? put(each, rest, junk) : each));
  const inner = Object.entries(value ?? {}).find(([name]) => name === key)?.[1];
  return { ...Object(value), [key]: put(inner, rest, junk) };
}

/** The same value with any one of its fields or entries replaced by something odd. */
export const spoiled = (value: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...placesIn(value)), junk).map(([path, odd]) => put(value, path, odd));

/** A list with something odd put between its entries: what came in, and how much of it was odd. */
export const withJunk = (entries: readonly unknown[]): fc.Arbitrary<unknown[]> =>
  fc
    .array(fc.tuple(fc.nat(entries.length), fc.constantFrom<unknown>(null, 7, '', [], true)), {
      maxLength: 4,
    })
    .map((odd) => {
      const list = [...entries];
      for (const [at, entry] of odd) list.splice(at, 0, entry);
      return list;
    });
