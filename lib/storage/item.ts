import { type StorageItemKey, storage } from 'wxt/utils/storage';
import type * as z from 'zod/mini';

/** One value of the browser's storage, parsed on the way out. What does not parse is the default. */
export interface Item<Value> {
  readonly fallback: Value;
  get(): Promise<Value>;
  set(value: Value): Promise<void>;
  /**
   * Reads, changes and stores it, one change after another in all pages of the extension and its
   * background: none is lost. `set` waits for nobody.
   */
  change(step: (before: Value) => Value): Promise<void>;
  /** Calls back on every change, from whatever page; returns the way to stop. */
  watch(changed: (value: Value) => void): () => void;
}

export function defineItem<Value>(
  key: StorageItemKey,
  schema: z.ZodMiniType<Value>,
  fallback: NoInfer<Value>,
): Item<Value> {
  const parse = (stored: unknown): Value => {
    const parsed = schema.safeParse(stored ?? undefined);
    return parsed.success ? parsed.data : fallback;
  };
  const get = async () => parse(await storage.getItem(key));
  const set = (value: Value) => storage.setItem(key, value);
  return {
    fallback,
    get,
    set,
    change: (step) => navigator.locks.request(key, async () => set(step(await get()))),
    watch: (changed) => storage.watch(key, (stored) => changed(parse(stored))),
  };
}
