import { computed, signal } from '@preact/signals';
import { HOUR_MS } from '@/lib/base/time';
import { lastEnded } from '@/lib/store/job-queries';
import { draft } from './composer';
import { liveRows } from './live';
import { now } from './now';

/** What Flow did not offer yesterday is worth a try today. */
const BELIEVED_MS = 24 * HOUR_MS;

/** When Flow last answered each action with “not found”, where nothing of it was made since. */
const missing = liveRows(
  () => draft.value?.action ?? '',
  async (action) => {
    const [done, failed] = await Promise.all([
      lastEnded(action, 'done'),
      lastEnded(action, 'failed'),
    ]);
    const doneAt = done?.state === 'done' ? done.endedAt : 0;
    const isMissing = failed?.state === 'failed' && failed.failure.kind === 'not-found';
    return { action, at: isMissing && failed.endedAt > doneAt ? failed.endedAt : undefined };
  },
);

const retried = signal(0);

/** Whether Flow seems to offer the chosen action no longer. */
export const isWithdrawn = computed(() => {
  const { action, at } = missing.value ?? {};
  if (at === undefined || action !== draft.value?.action) return false;
  return at > retried.value && now.value - at < BELIEVED_MS;
});

/** Lets the person try once more; the next answer of Flow decides. */
export function retryWithdrawn(): void {
  retried.value = Date.now();
}
