import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { CLIPS } from '../twin/world';

const PRESSES = 30;

/** Opens the popup with a clip chosen and its extend form shown, from now on by the stored draft. */
export async function draftExtend(chromium: Launched): Promise<void> {
  const popup = await chromium.openOwn('popup.html');
  await popup.getByRole('radio', { name: `${CLIPS.witch.title},` }).check();
  await popup.getByRole('radio', { name: 'Extend' }).check();
  await popup.locator('.thumbs[data-ready]').waitFor();
  await popup.waitForTimeout(500);
  await popup.close();
}

/** How long the filmstrip takes from being on the page to its last picture, in ms. */
export async function stripMs(chromium: Launched, isKept: boolean): Promise<number> {
  if (!isKept) await forgetStrips(chromium);
  const popup = await chromium.context.newPage();
  await popup.addInitScript(() => {
    const times: { mountedAt?: number } = {};
    const marks = globalThis as unknown as { strip: Promise<number> };
    marks.strip = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        const strip = document.querySelector('.thumbs');
        if (strip) times.mountedAt ??= performance.now();
        if (!strip?.hasAttribute('data-ready')) return;
        observer.disconnect();
        resolve(performance.now() - (times.mountedAt ?? 0));
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
  });
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  const ms = await popup.evaluate(
    () => (globalThis as unknown as { strip: Promise<number> }).strip,
  );
  await popup.close();
  return ms;
}

async function forgetStrips(chromium: Launched): Promise<void> {
  const page = await chromium.openOwn('options.html');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('second-take');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction('strips', 'readwrite');
          write.objectStore('strips').clear();
          write.onerror = () => reject(write.error);
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.close();
}

/** From a key press on a handle of the range to the frame that shows it, in ms, press after press. */
export async function pressesMs(chromium: Launched): Promise<number[]> {
  const popup = await chromium.openOwn('popup.html');
  await popup.locator('.thumbs[data-ready]').waitFor();
  await popup.getByRole('slider', { name: 'Start frame' }).focus();
  const all: number[] = [];
  for (let press = 0; press < PRESSES; press++) {
    await listen(popup);
    await popup.keyboard.press(press % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
    all.push(await paintedMs(popup));
    await popup.waitForTimeout(150);
  }
  await popup.close();
  return all;
}

/** Listens for the next key press; `painted` is then when it was on the screen. */
const listen = (popup: Page): Promise<void> =>
  popup.evaluate(() => {
    const page = globalThis as unknown as { painted: Promise<number> };
    page.painted = new Promise((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) =>
          requestAnimationFrame(() => {
            // A message is delivered after the frame that was just begun has been drawn.
            const after = new MessageChannel();
            after.port1.onmessage = () => resolve(performance.now() - timeStamp);
            after.port2.postMessage(undefined);
          }),
        { once: true, capture: true },
      );
    });
  });

const paintedMs = (popup: Page): Promise<number> =>
  popup.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
