import { lengthOf } from '@/lib/flow/media';
import type { Entry } from './entry';
import type { Found } from './filter';

/** Which versions of a chosen clip are meant: the newest, the one that is shown, or each. */
export const WHICH = ['newest', 'shown', 'all'] as const;

export type Which = (typeof WHICH)[number];

/** What of chosen clips is meant, in the order in which they are shown; of one clip the oldest first. */
export const chosenEntries = (chosen: readonly Found[], which: Which): readonly Entry[] =>
  chosen.flatMap(({ group, entry }) => {
    if (which === 'all') return group.versions.toReversed();
    return which === 'newest' ? group.versions[0] : entry;
  });

/** Their length together in frames, and of how many it is not known. An image has none. */
export function lengthOfAll(entries: readonly Entry[]): { frames: number; unknown: number } {
  let [frames, unknown] = [0, 0];
  for (const { media } of entries) {
    if (media.kind === 'image') continue;
    const length = lengthOf(media);
    if (length === undefined) unknown += 1;
    else frames += length;
  }
  return { frames, unknown };
}

/** Keys from one to another, both included, in either direction; the second alone where the first is gone. */
export function keysBetween(keys: readonly string[], from: string | undefined, to: string) {
  const [one, other] = [from === undefined ? -1 : keys.indexOf(from), keys.indexOf(to)];
  if (one < 0 || other < 0) return other < 0 ? [] : [to];
  return keys.slice(Math.min(one, other), Math.max(one, other) + 1);
}
