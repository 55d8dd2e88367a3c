import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { HOUR_MS } from '@/lib/base/time';
import { lastEnded } from '@/lib/storage/job-queries';
import type { Composer } from './composer';
import { liveRows } from './live';

/** What Flow did not offer yesterday is worth a try today. */
const BELIEVED_MS = 24 * HOUR_MS;

export type Withdrawn = ReturnType<typeof createWithdrawn>;

/** Whether Flow seems to offer the chosen action no longer. */
export function createWithdrawn({ draft }: Composer, now: ReadonlySignal<number>) {
  /** When Flow last answered each action with “not found”, where nothing of it was made since. */
  const missing = liveRows(
    () => draft.value?.action ?? '',
    async (action, from) => {
      const [done, failed] = await Promise.all([
        lastEnded(action, 'done', from),
        lastEnded(action, 'failed', from),
      ]);
      const doneAt = done?.state === 'done' ? done.endedAt : 0;
      const isMissing = failed?.state === 'failed' && failed.failure.kind === 'not-found';
      return { action, at: isMissing && failed.endedAt > doneAt ? failed.endedAt : undefined };
    },
  );

  const retriedAt = signal(0);

  return {
    isWithdrawn: computed(() => {
      const { action, at } = missing.value ?? {};
      if (at === undefined || action !== draft.value?.action) return false;
      return at > retriedAt.value && now.value - at < BELIEVED_MS;
    }),
    /** Allows one more try; the next answer of Flow decides. */
    retry(): void {
      retriedAt.value = Date.now();
    },
  };
}
