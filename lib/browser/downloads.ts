import { type Downloads as Api, browser } from './browser';

/** A download of this extension as the browser knows it. */
export interface Download {
  readonly id: number;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  /** Why it stopped, in the browser's word, such as NETWORK_FAILED. */
  readonly error: string | undefined;
  readonly bytes: number;
  /** Content type: a page's stays, others become that of the name once it is known (Chromium). */
  readonly type: string;
  /** What it was asked for at, as it was given. */
  readonly url: string;
  /** Where it was put, whole. Of one that breaks off, Chromium takes back the name it was given. */
  readonly file: string;
  /** Epoch ms. */
  readonly startedAt: number;
}

/** What has changed at a download. */
export interface DownloadChange {
  readonly id: number;
  readonly hasEnded: boolean;
  /** Why it was interrupted, in the browser's word; it counts where the browser forgets the item. */
  readonly error?: string;
  /** Content types that were seen: the server's first, then that of the name. */
  readonly types: readonly string[];
}

/** The browser's downloads. */
export interface Downloads {
  /**
   * Begins to save a file.
   *
   * @param source a URL, or the file itself
   * @param path may begin with folders; an existing file is kept, the new one numbered
   * @returns the browser's id of it
   * @throws when the browser refuses the URL or the name
   */
  start(source: string | Blob, path: string): Promise<number>;
  get(id: number): Promise<Download | undefined>;
  /** The newest ones that this extension has begun. */
  newest(): Promise<Download[]>;
  /** Leaves nothing of one that has not become a good file: neither the file nor its entry. */
  discard(id: number): Promise<void>;
  /** It has ended: what was held for it can go. */
  release(id: number): void;
}

const NEWEST = 100;

export function createDownloads(): Downloads {
  /** URLs inside this page, by download. */
  const held = new Map<number, string>();

  return {
    async start(source, path) {
      const url = typeof source === 'string' ? source : await urlOf(source);
      const id = await browser.downloads.download({
        url,
        filename: path,
        conflictAction: 'uniquify',
        saveAs: false,
      });
      if (url.startsWith('blob:')) held.set(id, url);
      return id;
    },

    async get(id) {
      const [item] = await browser.downloads.search({ id });
      return item && downloadOf(item);
    },

    async newest() {
      const items = await browser.downloads.search({ orderBy: ['-startTime'], limit: NEWEST });
      return items
        .filter(({ byExtensionId }) => byExtensionId === browser.runtime.id)
        .map(downloadOf);
    },

    async discard(id) {
      // Each fails where there is nothing to do: it has ended, or there is no file.
      await browser.downloads.cancel(id).catch(() => undefined);
      await browser.downloads.removeFile(id).catch(() => undefined);
      await browser.downloads.erase({ id });
    },

    release(id) {
      const url = held.get(id);
      held.delete(id);
      if (url !== undefined) URL.revokeObjectURL(url);
    },
  };
}

/**
 * Registers what happens when any download is listed, and at a change. Call it synchronously at the
 * start.
 */
export function onDownload(listed: () => void, changed: (change: DownloadChange) => void): void {
  browser.downloads.onCreated.addListener(() => listed());
  browser.downloads.onChanged.addListener(({ id, state, mime, error }) => {
    const hasEnded = state?.current === 'complete' || state?.current === 'interrupted';
    const types = [mime?.previous, mime?.current].filter((type) => type !== undefined);
    const isBroken = state?.current === 'interrupted';
    const why = isBroken ? { error: error?.current ?? '' } : {};
    if (hasEnded || types.length > 0) changed({ id, hasEnded, types, ...why });
  });
}

const downloadOf = (item: Api.DownloadItem): Download => ({
  id: item.id,
  state: item.state,
  error: item.error,
  type: item.mime ?? '',
  bytes: item.fileSize > 0 ? item.fileSize : item.bytesReceived,
  url: item.url,
  file: item.filename,
  startedAt: Date.parse(item.startTime),
});

/**
 * A URL of a file that the browser's downloads take. A service worker has no blob URLs; in
 * its place Chromium takes the file as text (60 MB measured). Firefox refuses that, and its event
 * page has them.
 */
function urlOf(file: Blob): Promise<string> {
  if (typeof URL.createObjectURL === 'function') return Promise.resolve(URL.createObjectURL(file));
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
