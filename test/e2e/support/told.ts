import { expect } from '@playwright/test';
import type { Launched } from '../../browsers/launch';
import { readRecords } from '../../states/store';

/** Waits until the notifications have looked at every change of a job that there was. */
export async function allLookedAt({ worker }: Pick<Launched, 'worker'>): Promise<void> {
  const background = await worker();
  const behind = async () => {
    const jobs = await background.evaluate(readRecords, 'jobs' as const);
    const changes = (jobs as { changedAt?: number }[]).map(({ changedAt = 0 }) => changedAt);
    const { told } = await background.evaluate(() => chrome.storage.session.get('told'));
    return Math.max(0, ...changes) - (told as { at: number }).at;
  };
  await expect.poll(behind).toBeLessThanOrEqual(0);
}
