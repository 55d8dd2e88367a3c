import { basename } from 'node:path';
import type { Download, DownloadChange, Downloads } from '@/lib/browser/downloads';

/**
 * What becomes of a download that the fake browser was asked for: `hangs` after its beginning, or
 * `waits` for its beginning, and is listed only then.
 */
export type End =
  | { readonly error: string }
  | { readonly bytes: number; readonly type?: string }
  | 'hangs'
  | 'waits'
  | 'throws';

/** How a download can end. */
type Over = Exclude<End, string>;

export interface FakeBrowser {
  readonly downloads: Downloads;
  /** What the browser was asked for, in order. */
  readonly asked: { readonly source: string | Blob; readonly path: string }[];
  /** Files that lie in the folder. */
  files(): string[];
  /** Ends what hangs. */
  finish(id: number, end: Over): void;
  /** Lists what waits, as what hangs. */
  begin(id: number): void;
  /** Where changes go, and what is told of a new entry; a new worker listens anew. */
  listen(follow: (change: DownloadChange) => void, listed?: () => void): void;
}

/** A browser whose downloads end as they are told to. It outlives the workers that use it. */
export function fakeBrowser(endOf: (source: string | Blob, path: string) => End): FakeBrowser {
  const items = new Map<number, Download>();
  const paths = new Map<number, string>();
  const asked: { source: string | Blob; path: string }[] = [];
  const waiting = new Map<number, () => void>();
  let follow: (change: DownloadChange) => void = () => {};
  let listed: () => void = () => {};
  let last = 0;

  function finish(id: number, end: Over): void {
    const item = items.get(id);
    if (!item) return;
    // As Chromium does: a page keeps its type, anything else takes that of its name.
    const type = 'bytes' in end ? (end.type ?? 'video/mp4') : '';
    const types = type === 'text/html' ? [] : [type, 'video/mp4'];
    // And of what breaks off it takes back the name: it is that of the URL again.
    const named = paths.get(id) ?? '';
    const file = item.url === '' ? named : `/home/ada/Downloads/${basename(item.url)}`;
    items.set(
      id,
      'error' in end
        ? { ...item, state: 'interrupted', error: end.error, file }
        : {
            ...item,
            ...{ state: 'complete', bytes: end.bytes, file: named },
            type: type === 'text/html' ? type : 'video/mp4',
          },
    );
    follow({ id, hasEnded: true, types });
  }

  return {
    asked,
    files: () =>
      [...items.values()].filter(({ state }) => state === 'complete').map(({ file }) => file),
    finish,
    begin: (id) => waiting.get(id)?.(),
    listen(next, nextListed = () => {}) {
      follow = next;
      listed = nextListed;
    },
    downloads: {
      async start(source, path) {
        const end = endOf(source, path);
        if (end === 'throws') throw new Error('Invalid filename');
        last += 1;
        const id = last;
        asked.push({ source, path });
        paths.set(id, `/home/ada/Downloads/${path}`);
        const begin = () => {
          // Its name comes with the beginning of an answer.
          items.set(id, {
            ...{ id, state: 'in_progress', error: undefined, bytes: 0, file: '', type: '' },
            url: typeof source === 'string' ? source : '',
            startedAt: Date.now(),
          });
          listed();
        };
        if (end === 'waits') {
          await new Promise<void>((resolve) => {
            waiting.set(id, () => resolve(begin()));
          });
        } else begin();
        if (typeof end !== 'string') queueMicrotask(() => finish(id, end));
        return id;
      },
      get: async (id) => items.get(id),
      newest: async () => [...items.values()].reverse(),
      async discard(id) {
        items.delete(id);
      },
      release() {},
    },
  };
}
