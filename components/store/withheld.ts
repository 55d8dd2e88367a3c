import { type ReadonlySignal, signal } from '@preact/signals';
import { watchWithheld } from '@/lib/storage/ask';
import type { Withheld } from '@/lib/storage/withheld';

/** What keeps this page from the database; undefined while nothing does. */
export function createWithheldSignal(): ReadonlySignal<Withheld | undefined> {
  const found = signal<Withheld | undefined>(undefined);
  watchWithheld((why) => {
    found.value = why;
  });
  return found;
}
