import { type ReadonlySignal, signal } from '@preact/signals';
import { type Focus, type FocusTarget, rowOf } from './focus';

type View = 'composer' | 'jobs' | 'compare';

export interface Navigation {
  /** Which view is open. The side panel shows the jobs under the composer. */
  readonly view: ReadonlySignal<View>;
  /** Goes to the list of jobs; the focus goes to the way back, in the side panel to the list. */
  readonly showJobs: () => void;
  /** Back to the composer, with the focus where it came from. */
  readonly showComposer: () => void;
  /** Opens the comparison in place of what is shown. It takes the focus itself. */
  readonly showCompare: () => void;
  /** Back from the comparison, with the focus on the control that opened it while it is there. */
  readonly leaveCompare: () => void;
}

/** The views of popup and side panel, and the focus between them. */
export function createNavigation(isPanel: boolean, focus: Focus): Navigation {
  const home = isPanel ? 'composer' : 'jobs';
  const view = signal<View>(location.hash === '#jobs' ? home : 'composer');

  /** Where a comparison was opened: the view, and the row of the list there. */
  let opener: { readonly view: View; readonly row: FocusTarget | undefined } | undefined;

  return {
    view,
    showJobs() {
      view.value = home;
      focus.on(isPanel ? 'jobs' : 'jobs-back');
    },
    showComposer() {
      view.value = 'composer';
      focus.on('jobs-line');
    },
    showCompare() {
      if (view.value !== 'compare') opener = { view: view.value, row: rowNow() };
      view.value = 'compare';
    },
    leaveCompare() {
      view.value = opener?.view ?? home;
      const instead = view.value === 'jobs' ? 'jobs-back' : 'jobs-line';
      focus.on(opener?.row ?? instead, instead);
    },
  };
}

/** The row of the list that has the focus in it. */
function rowNow(): FocusTarget | undefined {
  const key = rowOf(document.activeElement);
  return key === undefined ? undefined : `row ${key}`;
}
