import { signal } from '@preact/signals';

/** Which view of the popup is open. */
export const view = signal<'composer' | 'jobs'>('composer');

/** Opens the list of jobs; the focus goes to the way back. */
export function showJobs(): void {
  view.value = 'jobs';
  focusSoon('.jobs-back');
}

/** Back to the composer, with the focus where it came from. */
export function showComposer(): void {
  view.value = 'composer';
  focusSoon('.peek');
}

/** Focuses what the selector finds, once it is there. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
