import { SECOND_MS } from '@/lib/base/time';

/** So long after a command or a click in the menu the user counts as looking. */
const LOOKS_MS = 30 * SECOND_MS;

/** Whether somebody looks at Second Take: pages of flow.google.com are asked for nothing else. */
export interface Looked {
  /** The user has asked for something. */
  note(): void;
  isLooked(): Promise<boolean>;
}

/**
 * Looks at the pages of this extension that can be seen now, and remembers the user's last word; a worker
 * that has died since then does not.
 *
 * @param isVisible whether a page of this extension can be seen now
 */
export function createLooked(isVisible: () => Promise<boolean>, now: () => number): Looked {
  let notedAt = Number.NEGATIVE_INFINITY;
  return {
    note() {
      notedAt = now();
    },
    isLooked: async () => Math.abs(now() - notedAt) < LOOKS_MS || isVisible(),
  };
}
