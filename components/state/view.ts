import { signal } from '@preact/signals';
import { isPanel } from './surface';

/** Which view is open. The side panel shows the jobs under the composer. */
export const view = signal<'composer' | 'jobs' | 'compare'>('composer');

/** Goes to the list of jobs; the focus goes to the way back, in the side panel to the list itself. */
export function showJobs(): void {
  view.value = isPanel ? 'composer' : 'jobs';
  focusSoon(isPanel ? '#jobs' : '.jobs-back');
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
