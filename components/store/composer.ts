import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import type { Draft } from '@/lib/drafts/draft';
import * as items from '@/lib/storage/items';
import type { Typed } from './typed';

const WRITE_AFTER_MS = 80;

export interface Composer {
  /** What was chosen so far; undefined until it was read from the store. */
  readonly draft: ReadonlySignal<Draft | undefined>;
  /** Changes parts of the draft at once and stores it a moment later. */
  readonly change: (parts: Partial<Draft>) => void;
  /** A new draft begins with as many takes as the settings say; else with as many as before. */
  readonly beginWithTakes: () => Promise<void>;
}

/** The draft, which all pages share through the store. */
export function createComposer(typed: Typed): Composer {
  const writer = newId();
  const draft = signal<Draft | undefined>(undefined);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function change(parts: Partial<Draft>): void {
    if (!draft.value) return;
    draft.value = { ...draft.value, ...parts };
    clearTimeout(waiting);
    waiting = setTimeout(flush, WRITE_AFTER_MS);
  }

  /** Stores the draft now if a change is still waiting: a popup may close at any moment. */
  function flush(): void {
    if (waiting === undefined || !draft.value) return;
    clearTimeout(waiting);
    waiting = undefined;
    items.draft.set({ writer, draft: draft.value }).catch((error: unknown) => warn('draft', error));
  }

  async function beginWithTakes(): Promise<void> {
    try {
      const { takes } = await items.settings.get();
      if (takes !== undefined) change({ takes });
    } catch (error) {
      warn('takes', error);
    }
  }

  // Our own writes come back a moment later and must not undo what was typed since.
  items.draft.watch((stored) => {
    if (stored.writer === writer) return;
    clearTimeout(waiting);
    waiting = undefined;
    typed.texts.value = {};
    draft.value = stored.draft;
  });

  items.draft
    .get()
    .then((stored) => {
      draft.value ??= stored.draft;
    })
    .catch((error: unknown) => warn('draft', error));

  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return { draft, change, beginWithTakes };
}
