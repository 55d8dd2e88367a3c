import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PageJob } from '@/lib/jobs/page-job';
import { allPageJobs } from '@/lib/storage/page-job-store';
import { liveRows } from './live';

export interface PageJobs {
  /** All that the page has started, newest first; none before they are asked for and read. */
  readonly jobs: ReadonlySignal<readonly PageJob[]>;
  /** Reads them; after that they follow every change. */
  readonly load: () => void;
}

/** What the user has started in Flow's own page, read only once a view asks for it. */
export function createPageJobs(): PageJobs {
  const isAsked = signal(false);
  const stored = liveRows(
    () => String(isAsked.value),
    async (asked, from) => (asked === 'true' ? allPageJobs(from) : []),
  );
  return {
    jobs: computed(() => stored.value ?? []),
    load() {
      isAsked.value = true;
    },
  };
}
