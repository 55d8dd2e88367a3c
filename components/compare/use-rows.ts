import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { follow } from '@/lib/storage/follow';
import type { Reads } from '@/lib/storage/transaction';

/**
 * The answer of a database query as one view follows it, from whatever page it is written;
 * undefined until the first answer.
 *
 * @param key what the query depends on; a new key asks again
 */
export function useRows<Rows>(
  key: string,
  query: (from: Reads) => Promise<Rows>,
): ReadonlySignal<Rows | undefined> {
  const found = useSignal<Rows | undefined>(undefined);
  useEffect(
    () =>
      follow('rows', query, (rows) => {
        found.value = rows;
      }),
    [key],
  );
  return found;
}
