import { TEXT_AT_MOST } from '@/lib/base/lenient';
import { SECOND_MS } from '@/lib/base/time';

/*
 * Answers of flow.google.com are arrays without names: what a value is, its place says. All of these
 * give undefined where the place is missing or holds something else.
 */

/** What lies at the end of a path of positions. */
export function at(value: unknown, ...path: readonly number[]): unknown {
  let found = value;
  for (const position of path) found = Array.isArray(found) ? found[position] : undefined;
  return found;
}

/** A text that is not empty and not beyond all bounds. */
export function textAt(value: unknown, ...path: readonly number[]): string | undefined {
  const found = at(value, ...path);
  const isText = typeof found === 'string' && found.length > 0 && found.length <= TEXT_AT_MOST;
  return isText ? found : undefined;
}

/** A whole number from 0 on. */
export function wholeAt(value: unknown, ...path: readonly number[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined;
}

/** The entries of a list, none where there is no list. */
export function listAt(value: unknown, ...path: readonly number[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The last moment that a `Date` can hold, epoch ms. */
const LAST_MOMENT = 8_640_000_000_000_000;

/** A moment, `[seconds, nanoseconds]` since 1970, as epoch ms. */
export function momentAt(value: unknown, ...path: readonly number[]): number | undefined {
  const [seconds, nanos = 0] = [wholeAt(value, ...path, 0), wholeAt(value, ...path, 1)];
  if (seconds === undefined || seconds === 0) return undefined;
  const ms = seconds * SECOND_MS + Math.floor(nanos / 1e6);
  return ms <= LAST_MOMENT ? ms : undefined;
}
