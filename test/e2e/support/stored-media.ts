import type { Page } from '@playwright/test';

interface Change {
  /** Parts of the record to set on all media of that kind. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** How many more there shall be, each a copy of the first with a name of its own. */
  readonly more?: number;
}

/** Changes the stored clips or images behind the popup's back; a popup opened afterwards sees it. */
export const changeStored = (popup: Page, kind: 'video' | 'image', change: Change) =>
  popup.evaluate(
    async ([kind, { set = {}, more = 0 }]) => {
      const open = indexedDB.open('second-take');
      await new Promise((done) => open.addEventListener('success', done));
      const store = open.result.transaction('media', 'readwrite').objectStore('media');
      const all = store.getAll();
      await new Promise((done) => all.addEventListener('success', done));
      const found = all.result.filter((media) => media.kind === kind);
      for (const media of found) store.put({ ...media, ...set });
      for (let n = 1; n <= more; n++) {
        const [id, key] = [`${found[0].id}-${n}`, `${found[0].key}-${n}`];
        const own = { id, key, workflowId: key, title: `Copy ${n}`, position: 100 + n };
        store.put({ ...found[0], ...set, ...own });
      }
      await new Promise((done) => store.transaction.addEventListener('complete', done));
      open.result.close();
    },
    [kind, change] as const,
  );
