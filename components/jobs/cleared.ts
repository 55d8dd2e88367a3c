import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { sendCommand } from '@/lib/message/send';
import { announce } from '../store/announce';

/** Jobs that were taken off the list just now, while that can be undone in one press. */
export const lastCleared = signal<readonly string[] | undefined>(undefined);

/** Takes jobs that have ended off the list. Their records stay. */
export async function clearJobs(jobIds: readonly string[]): Promise<undefined> {
  const { jobs } = await sendCommand('clear', { jobIds: [...jobIds], isCleared: true });
  lastCleared.value = jobs > 0 ? jobIds : undefined;
}

/** Puts jobs back on the list. */
export async function putBack(jobIds: readonly string[]): Promise<void> {
  const { jobs } = await sendCommand('clear', { jobIds: [...jobIds], isCleared: false });
  dropCleared();
  announce(i18n.t('jobList.back', jobs));
}

/** No longer offers to undo. */
export function dropCleared(): void {
  lastCleared.value = undefined;
}
