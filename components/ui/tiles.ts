import { useSignal } from '@preact/signals';

interface Grid {
  readonly count: number;
  readonly columns: number;
  readonly isRtl: boolean;
}

/** Where a key leads from a tile (counted from 0); undefined where it leads nowhere. */
export function nextTile(key: string, index: number, grid: Grid): number | undefined {
  const { count, columns, isRtl } = grid;
  const ahead = isRtl ? -1 : 1;
  const by = { ArrowRight: ahead, ArrowLeft: -ahead, ArrowDown: columns, ArrowUp: -columns }[key];
  const to = { Home: 0, End: count - 1 }[key] ?? (by === undefined ? -1 : index + by);
  return to >= 0 && to < count && to !== index ? to : undefined;
}

/**
 * Makes the checkboxes of a grid one stop of the Tab key; arrows, Home and End move inside it.
 *
 * @param ids of the tiles, in the order in which they are shown
 * @param chosen ids that are checked: the stop is the tile focused last, else the first of these
 */
export function useTiles(ids: readonly string[], chosen: readonly string[]) {
  const last = useSignal<string | undefined>(undefined);
  const stop = [last.value, ...chosen, ...ids].find((id) => id !== undefined && ids.includes(id));
  return {
    /** Attributes of the checkbox of a tile. */
    of: (id: string) => ({
      tabIndex: id === stop ? 0 : -1,
      onFocus: () => {
        last.value = id;
      },
    }),
    onKeyDown: moveFocus,
  };
}

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('input:enabled')];
  const tops = tiles.map((tile) => Math.round(tile.getBoundingClientRect().top));
  const next = nextTile(
    event.key,
    tiles.findIndex((tile) => tile.matches(':focus')),
    {
      count: tiles.length,
      columns: tops.filter((top) => top === tops[0]).length,
      isRtl: getComputedStyle(event.currentTarget).direction === 'rtl',
    },
  );
  if (next === undefined) return;
  event.preventDefault();
  tiles[next]?.focus();
}
