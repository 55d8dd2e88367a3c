import type { ComponentChildren } from 'preact';
import { useVirtualRows } from '../ui/virtual-rows';

interface Props<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  /** What a list item is like while nobody has measured it, and how it is drawn. */
  readonly heightOf: (item: Item) => number;
  readonly children: (item: Item) => ComponentChildren;
}

/** A list that may be thousands long: only what is near the window is in the page. */
export function VirtualList<Item extends { readonly key: string }>(props: Props<Item>) {
  const { items, label, heightOf, children } = props;
  const { box, observe, rows, rest } = useVirtualRows<Item, HTMLUListElement>({ items, heightOf });
  return (
    <>
      <ul class="jobs-list" aria-label={label} ref={box}>
        {rows.map(({ item, index, gap }) => (
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
        ))}
      </ul>
      <div style={{ blockSize: `${rest}px` }} />
    </>
  );
}
