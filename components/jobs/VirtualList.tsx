import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { offsetsOf, rangeIn } from './visible-rows';

/** Fewer items than this are all there: nothing is gained by leaving some out. */
const FEW = 60;
/** How far beyond the window items are there, in px; the window moves in steps of half of it. */
const BEYOND = 800;

interface Props<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  /** What a list item is like while nobody has measured it, and how it is drawn. */
  readonly heightOf: (item: Item) => number;
  readonly children: (item: Item) => ComponentChildren;
}

/**
 * A list that may be thousands long: only what is near the window is in the page, and the item that
 * has the focus. Whatever scrolls around it may be the page or any box.
 */
export function VirtualList<Item extends { readonly key: string }>(props: Props<Item>) {
  const { items, label, heightOf, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const heights = useMemo(() => new Map<string, number>(), []);
  const measured = useSignal(0);
  const seen = useSeen(list);
  const observer = useMemo(() => watchHeights(heights, () => measured.value++), []);
  const observe = useMemo(
    () => (item: Element | null) => {
      if (item) observer.observe(item);
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
  const shown = indexes(first, end, isWhole ? -1 : indexOfFocus(list.current, items));
  const at = (index: number) => offsets[index] ?? 0;
  return (
    <>
      <ul class="jobs-list" aria-label={label} ref={list}>
        {shown.map((index, context) => {
          const item = items[index];
          if (!item) return null;
          const gap = at(index) - at((shown[context - 1] ?? -1) + 1);
          return (
            <li
              key={item.key}
              data-key={item.key}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={gap > 0 ? { marginBlockStart: `${gap}px` } : undefined}
              ref={observe}
            >
              {children(item)}
            </li>
          );
        })}
      </ul>
      <div style={{ blockSize: `${at(items.length) - at((shown.at(-1) ?? -1) + 1)}px` }} />
    </>
  );
}

/** How far the list's beginning lies above the window, in px and in steps, whatever scrolls. */
function useSeen(list: { readonly current: HTMLElement | null }) {
  const seen = useSignal(0);
  useLayoutEffect(() => {
    const look = () => {
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
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

/** Keeps the height of every item that is or was in the page; tells of changes. */
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

/** The range, and one more item before or after it. */
function indexes(first: number, end: number, more: number): number[] {
  const range = Array.from({ length: end - first }, (_, offset) => first + offset);
  if (more < 0 || (more >= first && more < end)) return range;
  return more < first ? [more, ...range] : [...range, more];
}

function indexOfFocus(
  list: HTMLElement | null,
  items: readonly { readonly key: string }[],
): number {
  const { activeElement } = document;
  if (!list?.contains(activeElement)) return -1;
  const key = activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
  return items.findIndex((item) => item.key === key);
}
