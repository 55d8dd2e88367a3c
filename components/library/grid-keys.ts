import type { LibraryStore } from '@/components/store/library-store';
import type { Found } from '@/lib/library/filter';
import { nextTile } from '../ui/tiles';

interface Keyed {
  readonly store: LibraryStore;
  readonly found: readonly Found[];
  readonly columns: number;
}

/** Rows that Page Up and Page Down go. */
const PAGE = 3;

/** Keys inside the grid: arrows, Home, End and pages move, with Shift they choose; Enter opens, Space chooses. */
export function createGridKeys() {
  /** Whether the tile that is the stop next gets the focus. */
  let isMoving = false;
  /** Whether a tile had the focus last: it is lost with the row that it was in. */
  let isInside = false;

  function move(event: KeyboardEvent, { store, found, columns }: Keyed): void {
    const { choice, opened } = store;
    const { target, shiftKey, key } = event;
    const at = found.findIndex(({ group }) => group.key === tileOf(target)?.dataset.tile);
    const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
    const page = { PageDown: PAGE * columns, PageUp: -PAGE * columns }[key];
    const next =
      page === undefined
        ? nextTile(key, at, { count: found.length, columns, isRtl })
        : Math.min(found.length - 1, Math.max(0, at + page));
    const to = next === undefined ? undefined : found[next];
    if (at < 0 || !to) return;
    event.preventDefault();
    const from = found[at];
    if (shiftKey && from && !choice.isChosen(from.group.key)) choice.toggle(from.group.key);
    if (shiftKey) choice.extendTo(to.group.key);
    if (opened.stop.peek() === to.group.key) return;
    isMoving = true;
    opened.stop.value = to.group.key;
  }

  return {
    onKeyDown(event: KeyboardEvent, keyed: Keyed): void {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const { choice, opened } = keyed.store;
      const key = tileOf(event.target)?.dataset.tile;
      if (key === undefined) return;
      if (event.key !== 'Enter' && event.key !== ' ') {
        move(event, keyed);
        return;
      }
      event.preventDefault();
      if (event.key === 'Enter') opened.open(key);
      else if (event.shiftKey) choice.extendTo(key);
      else choice.toggle(key);
    },

    /** The focus comes into the grid, or goes to something outside. */
    onFocusIn(): void {
      isInside = true;
    },
    onFocusOut({ relatedTarget, currentTarget }: FocusEvent): void {
      if (!(relatedTarget instanceof Node) || !(currentTarget instanceof Node)) return;
      isInside = currentTarget.contains(relatedTarget);
    },

    /** Focuses the tile that is the stop now, where a key has led there or the focus went with its row. */
    focusStop(grid: HTMLElement | null): void {
      const isLost = isInside && document.activeElement === document.body;
      if (!isMoving && !isLost) return;
      isMoving = false;
      const stop = grid?.querySelector<HTMLElement>('[data-tile][tabindex="0"]');
      stop?.focus({ preventScroll: true });
      stop?.scrollIntoView({ block: 'nearest' });
    },
  };
}

const tileOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tile]') : null;
