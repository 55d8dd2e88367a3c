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
  /** The version that is looked at where it is not the one that stands for its clip. */
  const versionId = signal<string | undefined>(undefined);
  /** Key of the tile that Tab leads to. */
  const stop = signal<string | undefined>(undefined);

  const place = computed(() =>
    (found.value ?? []).findIndex(({ group }) => group.key === key.value),
  );

  /** Also one that a filter has left out since. */
  const shown = computed<Found | undefined>(() => {
    const group = key.value === undefined ? undefined : groupOf(key.value);
    if (!group) return undefined;
    const version = group.versions.find(({ media }) => media.id === versionId.value);
    return { group, entry: version ?? found.value?.[place.value]?.entry ?? group.versions[0] };
  });

  function open(groupKey: string, mediaId?: string): void {
    key.value = groupKey;
    versionId.value = mediaId;
    stop.value = groupKey;
  }

  const keyAt = (index: number) => found.value?.[index]?.group.key;

  return {
    stop,
    shown,
    open: (groupKey: string): void => open(groupKey),
    /** Keys of the clips before and after it, as they are shown. */
    before: computed(() => keyAt(place.value - 1)),
    after: computed(() => (place.value < 0 ? undefined : keyAt(place.value + 1))),
    /** Opens the clip that a version belongs to, at that version. */
    openVersion(mediaId: string): void {
      const group = groupWith(mediaId);
      if (group) open(group.key, mediaId);
    },
    /** Has a version stand for the clip that is open. */
    pickVersion(mediaId: string): void {
      if (key.value === undefined) return;
      versionId.value = undefined;
      pick(key.value, mediaId);
    },
    close(): void {
      key.value = undefined;
    },
  };
}
