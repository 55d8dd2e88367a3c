import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import type { Draft } from '@/lib/job/draft';
import * as items from '@/lib/store/items';
import { typed } from './typed';

const WRITE_AFTER_MS = 80;
const WRITER = newId();

const current = signal<Draft | undefined>(undefined);

/** What the person has chosen so far; undefined until it was read from the store. */
export const draft: ReadonlySignal<Draft | undefined> = current;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Changes parts of the draft at once and stores it a moment later. */
export function change(parts: Partial<Draft>): void {
  if (!current.value) return;
  current.value = { ...current.value, ...parts };
  clearTimeout(waiting);
  waiting = setTimeout(flush, WRITE_AFTER_MS);
}

/** Stores the draft now if a change is still waiting: a popup may close at any moment. */
function flush(): void {
  if (waiting === undefined || !current.value) return;
  clearTimeout(waiting);
  waiting = undefined;
  items.draft
    .set({ writer: WRITER, draft: current.value })
    .catch((error: unknown) => warn('draft', error));
}

// Our own writes come back a moment later and must not undo what was typed since.
items.draft.watch((stored) => {
  if (stored.writer === WRITER) return;
  clearTimeout(waiting);
  waiting = undefined;
  typed.value = {};
  current.value = stored.draft;
});

items.draft
  .get()
  .then((stored) => {
    current.value ??= stored.draft;
  })
  .catch((error: unknown) => warn('draft', error));

addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', flush);
