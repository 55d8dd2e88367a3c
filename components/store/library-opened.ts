import { computed, signal } from '@preact/signals';
import type { Found } from '@/lib/library/filter';
import type { LibraryEntries } from './library-entries';
import type { LibraryView } from './library-view';

export type LibraryOpened = ReturnType<typeof createLibraryOpened>;

/** The clip whose details are shown, and the tile that has the focus. */
export function createLibraryOpened(
  { groupOf, groupWith }: LibraryEntries,
  { found, pick }: LibraryView,
) {
  const key = signal<string | undefined>(undefined);
  /** Key of the tile that Tab leads to. */
  const stop = signal<string | undefined>(undefined);

  const place = computed(() =>
    (found.value ?? []).findIndex(({ group }) => group.key === key.value),
  );

  /** Also one that a filter has left out since. */
  const shown = computed<Found | undefined>(() => {
    const listed = found.value?.[place.value];
    const group = key.value === undefined ? undefined : groupOf(key.value);
    return listed ?? (group && { group, entry: group.versions[0] });
  });

  function open(groupKey: string): void {
    key.value = groupKey;
    stop.value = groupKey;
  }

  const keyAt = (index: number) => found.value?.[index]?.group.key;

  return {
    stop,
    shown,
    open,
    /** Keys of the clips before and after it, as they are shown. */
    before: computed(() => keyAt(place.value - 1)),
    after: computed(() => (place.value < 0 ? undefined : keyAt(place.value + 1))),
    /** Opens the clip that a version belongs to, with that version on top. */
    openVersion(mediaId: string): void {
      const group = groupWith(mediaId);
      if (!group) return;
      pick(group.key, mediaId);
      open(group.key);
    },
    close(): void {
      key.value = undefined;
    },
  };
}
