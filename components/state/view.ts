import { signal } from '@preact/signals';
import { isPanel } from './surface';

type View = 'composer' | 'jobs' | 'compare';

/** Which view is open. The side panel shows the jobs under the composer. */
export const view = signal<View>(location.hash === '#jobs' && !isPanel ? 'jobs' : 'composer');

/** Where a comparison was opened: the view, and the id of the control. */
let opener: { readonly view: View; readonly id: string } | undefined;

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
  if (view.value !== 'compare') opener = { view: view.value, id: document.activeElement?.id ?? '' };
  view.value = 'compare';
}

/** Back from the comparison, with the focus on the control that opened it while it is there. */
export function leaveCompare(): void {
  const { view: before, id } = opener ?? {
    view: isPanel ? ('composer' as const) : ('jobs' as const),
    id: '',
  };
  view.value = before;
  focusFirst(...(id === '' ? [] : [`#${CSS.escape(id)}`]), '.jobs-back', '.peek');
}

/** Focuses what the selector finds, once it is there. */
export const focusSoon = (selector: string): void => focusFirst(selector);

/** Focuses what the first selector that finds something finds, once the view is there. */
function focusFirst(...selectors: string[]): void {
  requestAnimationFrame(() => {
    const [found] = selectors.flatMap(
      (selector) => document.querySelector<HTMLElement>(selector) ?? [],
    );
    found?.focus();
  });
}
