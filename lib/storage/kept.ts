import { warn } from '@/lib/base/log';
import { createMutex } from '@/lib/base/mutex';
import type { Item } from './item';

/**
 * A stored value that lives in memory first: a change counts at once, and one that the storage refuses
 * is owed to it and not forgotten. It lasts as long as the worker does then, which the queue keeps awake.
 */
export function createKept<Value>(item: Pick<Item<Value>, 'get' | 'set'>) {
  const runExclusive = createMutex();
  let owed: { readonly value: Value } | undefined;

  const get = async (): Promise<Value> => (owed ? owed.value : item.get());

  async function pay(): Promise<void> {
    if (!owed) return;
    await item.set(owed.value);
    owed = undefined;
  }

  return {
    get,
    /** Changes the value as it is at that moment; two changes never cross. */
    change: (next: (value: Value) => Value): Promise<void> =>
      runExclusive(async () => {
        const before = await get();
        const value = next(before);
        if (value === before) return;
        owed = { value };
        await pay().catch((error: unknown) => warn('keep', error));
      }),
    /** @throws while the storage refuses what is owed to it */
    store: (): Promise<void> => runExclusive(pay),
  };
}
