import { signal } from '@preact/signals';

/** The take that is compared with its source; undefined while nothing is compared. */
export const compared = signal<string | undefined>(undefined);

/** Opens a finished take beside its source. */
export function openCompare(jobId: string): void {
  compared.value = jobId;
}
