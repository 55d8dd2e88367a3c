import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first column of numbers. */
  readonly numbersFrom: number;
  readonly children: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** The way to further rows, and which one is the first of them. */
  readonly more:
    | { readonly label: string; readonly from: number; readonly onMore: () => void }
    | undefined;
  /** What stands next to that button. */
  readonly beside?: ComponentChildren;
}

/** A table with its name, which moves along where it is too wide. Further rows take the focus. */
export function TableBox({ id, caption, heads, numbersFrom, more, ...rest }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const first = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (first.current === undefined) return;
    body.current?.rows[first.current]?.cells[0]?.focus();
    first.current = undefined;
  });
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves along must be moved by keys too */}
      <section class="box ledger-along" aria-labelledby={id} tabIndex={0}>
        <table class="table">
          <caption id={id}>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" class={index >= numbersFrom ? 'num' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>{rest.children}</tbody>
          {rest.foot !== undefined && <tfoot>{rest.foot}</tfoot>}
        </table>
      </section>
      {(more !== undefined || rest.beside !== undefined) && (
        <div class="ledger-act">
          {more && (
            <button
              type="button"
              class="btn"
              onClick={() => {
                first.current = more.from;
                more.onMore();
              }}
            >
              {more.label}
            </button>
          )}
          {rest.beside}
        </div>
      )}
    </div>
  );
}
