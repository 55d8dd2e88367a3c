import { type ReadonlySignal, useSignal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import { warn } from '@/lib/base/log';

/**
 * The answer of a database query as one view follows it, from whatever page it is written;
 * undefined until the first answer.
 *
 * @param key what the query depends on; a new key asks again
 */
export function useRows<Rows>(
  key: string,
  query: () => Promise<Rows>,
): ReadonlySignal<Rows | undefined> {
  const found = useSignal<Rows | undefined>(undefined);
  useEffect(() => {
    const following = liveQuery(query).subscribe({
      next: (rows) => {
        found.value = rows;
      },
      error: (error: unknown) => warn('rows', error),
    });
    return () => following.unsubscribe();
  }, [key]);
  return found;
}
