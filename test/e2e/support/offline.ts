import type { Page } from '@playwright/test';
import type { Launched } from '../../browsers/launch';
import type { Twin } from '../../twin/twin';
import { expect } from './fixtures';

/**
 * Takes the net away: nobody can be reached, and the browser says so to the extension. What comes back
 * returns it as a real net does, first the way and then the word that it is there.
 *
 * Playwright's `setOffline` gives it back page by page and then to the worker, while the word is that of
 * the whole process: the worker hears "online" from a page's turn, submits, and finds its own way still
 * cut. Seen in a run of all tests on 2026-11-26.
 */
export async function goOffline(
  { context, worker }: Pick<Launched, 'context' | 'worker'>,
  twin: Pick<Twin, 'unplug'>,
  own: Page,
): Promise<() => Promise<void>> {
  const devtools = await context.newCDPSession(own);
  const emulate = (offline: boolean) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  const plugIn = twin.unplug();
  await emulate(true);
  const background = await worker();
  await expect.poll(() => background.evaluate(() => navigator.onLine)).toBe(false);
  return async () => {
    plugIn();
    await emulate(false);
  };
}
