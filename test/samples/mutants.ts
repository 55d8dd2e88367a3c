import { SEED } from '../house/seed';

/** So many replies each parser is tried on. */
export const MUTANTS = 10_000;

/** What stands where something else was expected. */
const JUNK: readonly unknown[] = [
  ...[null, undefined, true, false, 0, 1, 2, 3, 4, 6, -1, 0.5, 7e9, 1e300, 2 ** 53],
  ...['', ' ', 'null', '3', 'x'.repeat(300), 'https://example.com/video/x', 'javascript:alert(1)'],
  ...['https://lh3.googleusercontent.com/asb/../x', '__proto__', 'constructor', '\u0000\ud800'],
  ...['5bd1c0f6-1e5c-4c89-9b8e-1d3c6a2b7f10', 'MEDIA_GENERATION_STATUS_SUCCESSFUL'],
  ...[[], {}, [[]], [null], [[null, 3]], [3], { length: 3 }, { toString: 1 }, [[[[[[]]]]]]],
];

type Path = readonly (string | number)[];

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? value.map((each, index) => placesIn(each, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, each]) => placesIn(each, [...path, key]))
      : [];
  return [path, ...inner.flat()];
}

const lookUp = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => Reflect.get(Object(found), key), value);

/** The same value with another one in one place; `cut` takes the place out of its list. */
function put(value: unknown, path: Path, odd: unknown, cut: boolean, depth = 0): unknown {
  const key = path[depth];
  if (key === undefined) return odd;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (cut && depth === path.length - 1)
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, put(Reflect.get(copy, key), path, odd, cut, depth + 1));
  return copy;
}

/** Whole numbers below a bound, the same ones each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Replies made of a good one by one to three changes each: something odd, another part of the same
 * reply, or nothing in a place, and a list that is one shorter. Ten thousand take a tenth of a second;
 * those of `spoil.ts` are more thorough in what is odd, and a hundred times as slow.
 */
export function* mutants(sample: unknown, count = MUTANTS): Generator<unknown> {
  const below = numbers(SEED);
  const places = placesIn(sample);
  const any = <Item>(list: readonly Item[]): Item | undefined => list[below(list.length)];
  for (let made = 0; made < count; made += 1) {
    let value = sample;
    for (let changes = below(3); changes >= 0; changes -= 1) {
      const way = below(8);
      const odd = way < 5 ? any(JUNK) : lookUp(sample, any(places) ?? []);
      value = put(value, any(places) ?? [], odd, way === 7);
    }
    yield value;
  }
}

/** The same for a text: signs that are missing, others in their place, twice, or cut off. */
export function* mutantTexts(sample: string, count = MUTANTS): Generator<string> {
  const below = numbers(SEED);
  const signs = ['"', '[', ']', '{', '}', ',', '\\', '\n', '0', 'null', '"wrb.fr"', '\u2028'];
  for (let made = 0; made < count; made += 1) {
    let text = sample;
    for (let changes = below(3); changes >= 0; changes -= 1) {
      const [start, way] = [below(text.length + 1), below(4)];
      const end = way === 0 ? text.length : start + below(way === 1 ? 1 : 20);
      text =
        text.slice(0, start) +
        (way === 0 ? '' : (signs[below(signs.length)] ?? '')) +
        text.slice(end);
    }
    yield text;
  }
}
