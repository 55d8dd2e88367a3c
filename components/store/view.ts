import { signal } from '@preact/signals';
import { isPanel } from './surface';

type View = 'composer' | 'jobs' | 'compare';

/** Which view is open. The side panel shows the jobs under the composer. */
export const view = signal<View>(location.hash === '#jobs' && !isPanel ? 'jobs' : 'composer');

/** Where a comparison was opened: the view, and what finds the control there. */
let opener: { readonly view: View; readonly control: string | undefined } | undefined;

/** A list may need this many frames until its rows are there again. */
const FRAMES = 12;

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

/** Opens the comparison in place of what is shown. It takes the focus itself. */
export function showCompare(): void {
  if (view.value !== 'compare') opener = { view: view.value, control: controlNow() };
  view.value = 'compare';
}

/** Finds the control that has the focus again: by its id, else the menu of its row. */
function controlNow(): string | undefined {
  const focused = document.activeElement;
  if (focused?.id) return `#${CSS.escape(focused.id)}`;
  const key = focused?.closest<HTMLElement>('[data-key]')?.dataset.key;
  return key === undefined ? undefined : `[data-key="${CSS.escape(key)}"] .menu-btn`;
}

/** Back from the comparison, with the focus on the control that opened it while it is there. */
export function leaveCompare(): void {
  const { view: before, control } = opener ?? {
    view: isPanel ? ('composer' as const) : ('jobs' as const),
    control: undefined,
  };
  view.value = before;
  focusOr(control, '.jobs-back, .peek', FRAMES);
}

/** Focuses what the selector finds, as soon as it is there. */
export const focusSoon = (selector: string): void => focusOr(selector, undefined, FRAMES);

/** Focuses what the first selector finds within so many frames, else what the second finds. */
function focusOr(first: string | undefined, second: string | undefined, frames: number): void {
  requestAnimationFrame(() => {
    const [found, other] = [first, second].map((selector) =>
      selector === undefined ? null : document.querySelector<HTMLElement>(selector),
    );
    if (found) found.focus();
    else if (first !== undefined && frames > 0) focusOr(first, second, frames - 1);
    else other?.focus();
  });
}
