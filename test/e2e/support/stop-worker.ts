import { type BrowserContext, expect, type Page, type Worker } from '@playwright/test';

/** Stops the worker as the browser would, and has a message from the popup wake it again. */
export async function stopWorker(context: BrowserContext, popup: Page): Promise<void> {
  const before = await startedAt(
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')),
  );
  const session = await context.newCDPSession(popup);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await popup
    .evaluate(() => chrome.runtime.sendMessage({ id: 0, type: 'nothing', timestamp: 0 }))
    .catch(() => undefined);
  await expect
    .poll(async () => {
      const worker = context.serviceWorkers()[0];
      return worker ? startedAt(worker).catch(() => before) : before;
    })
    .not.toBe(before);
}

/** Two handles of the same start of the worker give the same moment. */
const startedAt = (worker: Worker): Promise<number> =>
  worker.evaluate(() => performance.timeOrigin);
