import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';

/** Runs an expression in the isolated world of the extension's content script in a page. */
async function inContentScript(page: Page, extensionId: string, expression: string) {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: await found,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value;
}

test('a content script that was broken into reads nothing of the storage', async ({
  chromium,
  openFlow,
  pace,
}) => {
  await pace(10, 4);
  const page = await openFlow();
  const read = (area: string) =>
    inContentScript(
      page,
      chromium.extensionId,
      `chrome.storage.${area}.get().then((all) => Object.keys(all).join(), (error) => String(error))`,
    );
  expect(await read('local')).toContain('not allowed');
  expect(await read('session')).toContain('not allowed');
});
