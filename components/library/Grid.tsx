import './Grid.css';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import type { Found } from '@/lib/library/filter';
import { useVirtualRows } from '../ui/virtual-rows';
import { createGridKeys } from './grid-keys';
import { Tile } from './Tile';

/** What a tile needs at least, and what lies between two, in px; see the style sheet. */
const NARROWEST = 188;
const GAP = 16;
const WORDS = 64;

interface Row {
  readonly key: string;
  readonly tiles: readonly Found[];
}

/** What is shown, in rows of tiles. One tile is a stop of the Tab key; arrows move inside. */
export function Grid({ found }: { found: readonly Found[] }) {
  const { opened, project, view } = useLibraryStore();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = Math.max(2, Math.floor((width + GAP) / (NARROWEST + GAP)));
  const rows = useMemo(() => rowsOf(found, columns), [found, columns]);
  const place = Math.max(
    0,
    found.findIndex(({ group }) => group.key === opened.stop.value),
  );
  const height = ((width - GAP * (columns - 1)) / columns) * (9 / 16) + WORDS;
  const virtual = useVirtualRows<Row, HTMLDivElement>({
    items: rows,
    heightOf: () => height,
    kept: rows[Math.floor(place / columns)]?.key,
  });
  const keys = useMemo(createGridKeys, []);
  useLayoutEffect(() => keys.focusStop(virtual.box.current), [opened.stop.value, columns]);
  // What is looked for anew is seen from its beginning.
  useLayoutEffect(
    () => scroller.current?.scrollTo(0, 0),
    [view.filter.value, view.order.value, project.current.value?.id],
  );
  const onKeyDown = useOnKeyDown(keys, found, columns);
  return (
    <div class="library-scroll" ref={scroller} style={{ '--columns': String(columns) }}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be left out and measured */}
      <div
        class="library-grid"
        ref={virtual.box}
        role="grid"
        tabIndex={-1}
        aria-label={i18n.t('library.grid')}
        aria-multiselectable="true"
        aria-rowcount={rows.length}
        aria-colcount={columns}
        onKeyDown={onKeyDown}
        onFocusIn={keys.onFocusIn}
        onFocusOut={keys.onFocusOut}
      >
        {virtual.rows.map(({ item, index, gap }) => (
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          <div
            key={item.key}
            class="library-row"
            role="row"
            tabIndex={-1}
            data-key={item.key}
            aria-rowindex={index + 1}
            style={gap > 0 ? { marginBlockStart: `${gap}px` } : undefined}
            ref={virtual.observe}
          >
            {item.tiles.map((tile, column) => (
              <Tile
                key={tile.group.key}
                found={tile}
                column={column + 1}
                isStop={index * columns + column === place}
              />
            ))}
          </div>
        ))}
      </div>
      <div style={{ blockSize: `${virtual.rest}px` }} />
    </div>
  );
}

function useOnKeyDown(
  keys: ReturnType<typeof createGridKeys>,
  found: readonly Found[],
  columns: number,
) {
  const store = useLibraryStore();
  return (event: KeyboardEvent) => keys.onKeyDown(event, { store, found, columns });
}

/** Rows of as many; another number of columns makes rows of another height. */
function rowsOf(found: readonly Found[], columns: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < found.length; at += columns) {
    const tiles = found.slice(at, at + columns);
    rows.push({ key: `${columns} ${tiles[0]?.group.key}`, tiles });
  }
  return rows;
}

/** The room for tiles in a box that has padding on both sides, in px. */
function useWidth(box: { readonly current: HTMLElement | null }): number {
  const width = useSignal(800);
  useLayoutEffect(() => {
    if (!box.current) return;
    const look = (to: number) => {
      if (to > 0 && Math.abs(to - width.peek()) >= 1) width.value = to;
    };
    const observer = new ResizeObserver(([entry]) => look(entry?.contentRect.width ?? 0));
    observer.observe(box.current);
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(box.current);
    look(
      box.current.clientWidth -
        Number.parseFloat(paddingInlineStart) -
        Number.parseFloat(paddingInlineEnd),
    );
    return () => observer.disconnect();
  }, []);
  return width.value;
}
