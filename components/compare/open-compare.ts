import { signal } from '@preact/signals';
import { showCompare } from '../store/view';

/** The take that is compared; undefined while nothing is. */
export const compared = signal<string | undefined>(undefined);

/** The take it is compared with; undefined is its source. */
export const comparedWith = signal<string | undefined>(undefined);

/** The take that was chosen in each batch's contact sheet, by batch id. */
export const chosenTakes = signal<ReadonlyMap<string, string>>(new Map());

/** Opens a finished take beside its source. */
export function openCompare(jobId: string): void {
  compared.value = jobId;
  comparedWith.value = undefined;
  showCompare();
}

/** Shows another take in the comparison; one that stood beside it gives its place to the source. */
export function compareTake(jobId: string): void {
  compared.value = jobId;
  if (comparedWith.value === jobId) comparedWith.value = undefined;
}
