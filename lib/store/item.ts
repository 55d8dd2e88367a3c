import { type StorageItemKey, storage } from 'wxt/utils/storage';
import type * as z from 'zod/mini';

/** One value of the browser's storage, parsed on the way out. What does not parse is the default. */
export interface Item<Value> {
  readonly fallback: Value;
  get(): Promise<Value>;
  set(value: Value): Promise<void>;
  /** Calls back on every change, from whatever page; returns the way to stop. */
  watch(changed: (value: Value) => void): () => void;
}

export function defineItem<Value>(
  key: StorageItemKey,
  schema: z.ZodMiniType<Value>,
  fallback: Value,
): Item<Value> {
  const parse = (stored: unknown): Value => {
    const parsed = schema.safeParse(stored ?? undefined);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    fallback,
    get: async () => parse(await storage.getItem(key)),
    set: (value) => storage.setItem(key, value),
    watch: (changed) => storage.watch(key, (stored) => changed(parse(stored))),
  };
}
