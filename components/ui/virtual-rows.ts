import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { offsetsOf, rangeIn } from './visible-rows';

/** Fewer items than this are all there: nothing is gained by leaving some out. */
const FEW = 60;
/** How far beyond the window items are there, in px; the window moves in steps of half of it. */
const BEYOND = 800;

interface Options<Item> {
  readonly items: readonly Item[];
  /** What a row is like while nobody has measured it, in px. */
  readonly heightOf: (item: Item) => number;
  /** Key of a row that is always in the page, besides the one that has the focus. */
  readonly kept?: string | undefined;
}

/** One row that is in the page. */
export interface VirtualRow<Item> {
  readonly item: Item;
  readonly index: number;
  /** Room of the rows before it that are not in the page, in px. */
  readonly gap: number;
}

/**
 * Rows that may be thousands: only those near the window are in the page, and the one that has the focus.
 * Whatever scrolls around them may be the page or any box. Each row has its key in `data-key`.
 */
export function useVirtualRows<Item extends { readonly key: string }, Box extends HTMLElement>({
  items,
  heightOf,
  kept,
}: Options<Item>) {
  const box = useRef<Box>(null);
  const heights = useMemo(() => new Map<string, number>(), []);
  const measured = useSignal(0);
  const seen = useSeen(box);
  const observer = useMemo(() => watchHeights(heights, () => measured.value++), []);
  const observe = useMemo(
    () => (row: Element | null) => {
      if (row) observer.observe(row);
    },
    [],
  );
  useEffect(() => () => observer.disconnect(), []);
  const isWhole = items.length <= FEW;
  const offsets = useMemo(
    () => offsetsOf(isWhole ? [] : items.map((item) => heights.get(item.key) ?? heightOf(item))),
    [items, measured.value],
  );
  const { first, end } = isWhole
    ? { first: 0, end: items.length }
    : rangeIn(offsets, seen.value - BEYOND, seen.value + innerHeight + BEYOND);
  const indexOf = (key: string | undefined) =>
    isWhole || key === undefined ? -1 : items.findIndex((item) => item.key === key);
  const shown = indexes(first, end, [indexOf(focusedKey(box.current)), indexOf(kept)]);
  const at = (index: number) => offsets[index] ?? 0;
  const rows = shown.flatMap((index, place): VirtualRow<Item>[] => {
    const item = items[index];
    const gap = at(index) - at((shown[place - 1] ?? -1) + 1);
    return item ? [{ item, index, gap }] : [];
  });
  return {
    /** The box around the rows. */
    box,
    /** The `ref` of each row. */
    observe,
    rows,
    /** Room of the rows behind the last that is in the page, in px. */
    rest: at(items.length) - at((shown.at(-1) ?? -1) + 1),
  };
}

/** How far the rows' beginning lies above the window, in px and in steps, whatever scrolls. */
function useSeen(box: { readonly current: HTMLElement | null }) {
  const seen = useSignal(0);
  useLayoutEffect(() => {
    const look = () => {
      const top = -(box.current?.getBoundingClientRect().top ?? 0);
      if (Math.abs(top - seen.peek()) > BEYOND / 2) seen.value = top;
    };
    look();
    document.addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, []);
  return seen;
}

/** Keeps the height of every row that is or was in the page; tells of changes. */
function watchHeights(heights: Map<string, number>, changed: () => void): ResizeObserver {
  return new ResizeObserver((entries) => {
    let isNews = false;
    for (const { target, borderBoxSize } of entries) {
      const key = target instanceof HTMLElement ? target.dataset.key : undefined;
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (key === undefined || !target.isConnected || heights.get(key) === height) continue;
      heights.set(key, height);
      isNews = true;
    }
    if (isNews) changed();
  });
}

/** The range, and some more items before or after it, in order. */
function indexes(first: number, end: number, more: readonly number[]): number[] {
  const range = Array.from({ length: end - first }, (_, offset) => first + offset);
  const others = more.filter((index) => index >= 0 && (index < first || index >= end));
  return others.length === 0
    ? range
    : [...new Set([...range, ...others])].sort((one, other) => one - other);
}

function focusedKey(box: HTMLElement | null): string | undefined {
  const { activeElement } = document;
  if (!box?.contains(activeElement)) return undefined;
  return activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
}
