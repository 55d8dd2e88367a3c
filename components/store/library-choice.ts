import { computed, signal } from '@preact/signals';
import { chosenEntries, keysBetween, lengthOfAll, type Which } from '@/lib/library/choice';
import type { Found } from '@/lib/library/filter';
import type { LibraryView } from './library-view';

export type LibraryChoice = ReturnType<typeof createLibraryChoice>;

/** Which clips are chosen, in the order in which they are shown. What is not shown is not chosen. */
export function createLibraryChoice({ found }: LibraryView) {
  const keys = signal<ReadonlySet<string>>(new Set());
  /** Where a range goes on from. */
  const anchor = signal<string | undefined>(undefined);
  const which = signal<Which>('newest');

  const shownKeys = computed(() => (found.value ?? []).map(({ group }) => group.key));
  const chosen = computed<readonly Found[]>(() =>
    (found.value ?? []).filter(({ group }) => keys.value.has(group.key)),
  );
  const entries = computed(() => chosenEntries(chosen.value, which.value));

  return {
    chosen,
    /** Which versions of them are meant. */
    which,
    /** What is meant, in order. */
    entries,
    /** How long they are together. */
    length: computed(() => lengthOfAll(entries.value)),
    isChosen: (key: string): boolean => keys.value.has(key),
    /** Chooses one more, or no longer. */
    toggle(key: string): void {
      const next = new Set(keys.value);
      if (!next.delete(key)) next.add(key);
      keys.value = next;
      anchor.value = key;
    },
    /** Chooses all from the one that was chosen last to this one. */
    extendTo(key: string): void {
      const range = keysBetween(shownKeys.value, anchor.value, key);
      keys.value = new Set([...keys.value, ...range]);
      anchor.value ??= key;
    },
    /** Chooses all that are shown. */
    all(): void {
      keys.value = new Set([...keys.value, ...shownKeys.value]);
    },
    none(): void {
      keys.value = new Set();
      anchor.value = undefined;
    },
  };
}
