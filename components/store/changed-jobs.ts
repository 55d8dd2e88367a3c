import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { SECOND_MS } from '@/lib/base/time';
import type { Job } from '@/lib/jobs/job';
import { jobsChangedSince } from '@/lib/storage/job-queries';
import { liveRows } from './live';

const MANY = 100;

/** Writes may come in a little out of order: the moment asked from lies this far back. */
const MARGIN_MS = 5 * SECOND_MS;

/**
 * Jobs as they were last stored, since about the opening of this page or, once they have become
 * many, since a later moment: every change of a job comes by here once at least.
 */
export function createChangedJobs(): ReadonlySignal<readonly Job[] | undefined> {
  const since = signal(Date.now() - MARGIN_MS);
  const changed = liveRows(
    () => String(since.value),
    (moment, from) => jobsChangedSince(Number(moment), from),
  );
  effect(() => {
    const found = changed.value ?? [];
    if (found.length < MANY) return;
    const latest = found.reduce((most, { changedAt = 0 }) => Math.max(most, changedAt), 0);
    since.value = Math.max(since.peek(), latest - MARGIN_MS);
  });
  return changed;
}
