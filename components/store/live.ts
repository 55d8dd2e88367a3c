import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { follow } from '@/lib/storage/follow';
import type { Item } from '@/lib/storage/item';
import type { Reads } from '@/lib/storage/transaction';

/** A stored value as a signal that follows it; undefined until it was read once. */
export function liveItem<Value>(item: Item<Value>): ReadonlySignal<Value | undefined> {
  const found: Signal<Value | undefined> = signal(undefined);
  item.watch((value) => {
    found.value = value;
  });
  item
    .get()
    .then((value) => {
      found.value ??= value;
    })
    .catch((error: unknown) => warn('live item', error));
  return found;
}

/**
 * The answer of a database query as a signal that follows every write, from whatever page.
 * Undefined until the first answer.
 *
 * @param keyOf what the query depends on, read from other signals; a new key asks again
 */
export function liveRows<Rows>(
  keyOf: () => string,
  query: (key: string, from: Reads) => Promise<Rows>,
): ReadonlySignal<Rows | undefined> {
  const found: Signal<Rows | undefined> = signal(undefined);
  const asked = computed(keyOf);
  effect(() => {
    const key = asked.value;
    return follow(
      'live rows',
      (from) => query(key, from),
      (rows) => {
        found.value = rows;
      },
    );
  });
  return found;
}
