import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';

/**
 * Opens a page of the extension in a new tab and reads when it first painted something, in ms since
 * its navigation began.
 */
export async function firstPaintMs(chromium: Launched, path: string): Promise<number> {
  const page = await chromium.openOwn(path);
  const ms = await firstPaint(page);
  await page.close();
  return ms;
}

const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (!paint) return;
          observer.disconnect();
          resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** Opens the popup and waits for what a user works with, in ms since its navigation began. */
export async function usableMs(chromium: Launched, selector: string): Promise<number> {
  const page = await chromium.openOwn('popup.html');
  const ms = await page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const timer = setInterval(() => {
          if (!document.querySelector(wanted)) return;
          clearInterval(timer);
          resolve(performance.now());
        }, 2);
      }),
    selector,
  );
  await page.close();
  return ms;
}
