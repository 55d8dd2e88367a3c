import { signal } from '@preact/signals';

export type Announcer = ReturnType<typeof createAnnouncer>;

/** What the one polite live region of a page says. */
export function createAnnouncer() {
  const sentence = signal('');
  return {
    sentence,
    /** Says a sentence to readers of the screen. The same sentence twice is said twice. */
    announce(next: string): void {
      sentence.value = sentence.value === next ? `${next}\u00a0` : next;
    },
  };
}
