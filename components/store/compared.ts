import { signal } from '@preact/signals';
import type { Navigation } from './navigation';

export type Compared = ReturnType<typeof createCompared>;

/** What the comparison shows. */
export function createCompared({ showCompare }: Navigation) {
  const takeId = signal<string | undefined>(undefined);
  const withId = signal<string | undefined>(undefined);
  const chosenTakes = signal<ReadonlyMap<string, string>>(new Map());
  return {
    /** The take that is compared; undefined while nothing is. */
    takeId,
    /** The take it is compared with; undefined is its source. */
    withId,
    /** The take that was chosen in each batch's contact sheet, by batch id. */
    chosenTakes,
    /** Opens a finished take beside its source. */
    open(jobId: string): void {
      takeId.value = jobId;
      withId.value = undefined;
      showCompare();
    },
    /** Shows another take; one that stood beside it gives its place to the source. */
    show(jobId: string): void {
      takeId.value = jobId;
      if (withId.value === jobId) withId.value = undefined;
    },
  };
}
