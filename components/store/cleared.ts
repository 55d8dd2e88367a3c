import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { sendCommand } from '@/lib/messaging/client';
import type { Announcer } from './announcer';

export type Cleared = ReturnType<typeof createCleared>;

/** Jobs that were taken off the list just now, while that can be undone in one press. */
export function createCleared({ announce }: Announcer) {
  const jobIds = signal<readonly string[] | undefined>(undefined);
  const drop = () => {
    jobIds.value = undefined;
  };
  return {
    jobIds,
    /** Takes jobs that have ended off the list. Their records stay. */
    async clear(ids: readonly string[]): Promise<void> {
      const { jobs } = await sendCommand('clear', { jobIds: [...ids], isCleared: true });
      jobIds.value = jobs > 0 ? ids : undefined;
    },
    /** Puts jobs back on the list. */
    async putBack(ids: readonly string[]): Promise<void> {
      const { jobs } = await sendCommand('clear', { jobIds: [...ids], isCleared: false });
      drop();
      announce(i18n.t('jobList.back', jobs));
    },
    /** No longer offers to undo. */
    drop,
  };
}
