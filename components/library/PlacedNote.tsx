import './PlacedNote.css';
import { i18n } from '#i18n';
import type { Placed } from '@/components/store/library-draft';
import { useLibraryStore } from '@/components/store/library-store';
import { PANEL_WORDS, showSidePanel } from '../store/tabs';

const WORDS = {
  whole: 'library.placed',
  'other-way': 'library.placedOther',
  image: 'library.placedImage',
  full: 'menuFull',
} as const satisfies Record<Placed, string>;

/** Where what was put into the composer is now, and the way there. */
export function PlacedNote() {
  const { draft } = useLibraryStore();
  const placed = draft.placed.value;
  return (
    <div class="library-placed" role="status">
      {placed && (
        <>
          <p>{i18n.t(WORDS[placed])}</p>
          <button type="button" class="link" onClick={showSidePanel}>
            {i18n.t(PANEL_WORDS)}
          </button>
        </>
      )}
    </div>
  );
}
