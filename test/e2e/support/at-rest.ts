import { expect } from '@playwright/test';
import type { Launched } from '../../browsers/launch';

/**
 * Waits until the queue says that it has nothing more to do before something happens outside: it
 * keeps an alarm for as long as any of its lanes has a next time. What it has not done by then it
 * will not do by itself.
 */
export async function atRest({ worker }: Pick<Launched, 'worker'>): Promise<void> {
  const queue = await worker();
  await expect.poll(() => queue.evaluate(() => chrome.alarms.getAll())).toEqual([]);
}
