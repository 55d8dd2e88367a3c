import { computed, signal } from '@preact/signals';
import type { Entry } from '@/lib/library/entry';
import type { LibraryEntries } from './library-entries';

/** Clips that are looked at together: more are not told apart on one screen. */
export const TOGETHER_AT_MOST = 12;

export type LibraryCompared = ReturnType<typeof createLibraryCompared>;

/** Clips that play side by side, and the two of them that are compared. */
export function createLibraryCompared({ find }: LibraryEntries) {
  const ids = signal<readonly string[]>([]);
  const pair = signal<readonly [string, string] | undefined>(undefined);
  /** Chosen among them, the last one last. */
  const chosen = signal<readonly string[]>([]);
  const entryOf = (id: string | undefined) => (id === undefined ? undefined : find.value(id));

  function compare(two: readonly string[]): void {
    const [left, right] = two;
    if (left !== undefined && right !== undefined) pair.value = [left, right];
  }

  return {
    /** All of them, in the order of the choice; none while nothing is compared. */
    takes: computed<readonly Entry[]>(() => ids.value.flatMap((id) => entryOf(id) ?? [])),
    chosen,
    /** The left and the right one of two that are compared. */
    pair: computed<readonly [Entry, Entry] | undefined>(() => {
      const [left, right] = (pair.value ?? []).map(entryOf);
      return left && right ? [left, right] : undefined;
    }),
    /** Clips among these that can be looked at together; none where they are too few or too many. */
    fitting(entries: readonly Entry[]): readonly Entry[] {
      const clips = entries.filter(({ media }) => media.kind === 'video');
      return clips.length < 2 || clips.length > TOGETHER_AT_MOST ? [] : clips;
    },
    open(entries: readonly Entry[]): void {
      ids.value = entries.map(({ media }) => media.id);
      chosen.value = ids.value.slice(0, 2);
      pair.value = undefined;
      if (ids.value.length === 2) compare(ids.value);
    },
    /** Chooses one more of them; of three the first goes. */
    choose(id: string): void {
      const others = chosen.value.filter((each) => each !== id);
      chosen.value = others.length < chosen.value.length ? others : [...others, id].slice(-2);
    },
    /** Compares the two that are chosen. */
    compareChosen: () => compare(chosen.value),
    /** Back from two of several to all of them, from there to the grid. */
    back(): void {
      if (pair.value === undefined || ids.value.length === 2) ids.value = [];
      pair.value = undefined;
    },
  };
}
