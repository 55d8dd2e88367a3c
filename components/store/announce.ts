import { signal } from '@preact/signals';

/** What the one polite live region says. */
export const announcement = signal('');

/** Says a sentence to readers of the screen. The same sentence twice is said twice. */
export function announce(sentence: string): void {
  announcement.value = announcement.value === sentence ? `${sentence}\u00a0` : sentence;
}
