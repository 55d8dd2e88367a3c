import { type Page, chromium as playwright } from '@playwright/test';
import { findChromium } from '../browser/find-chromium';
import type { Call, Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { choose } from './choose';
import { expect, test } from './fixtures';

/** Headers that differ from one run to the next by their nature. */
const OWN_TO_A_RUN = ['authorization', 'content-length', 'cookie', 'if-none-match'];

const apiCalls = (twin: Twin) =>
  twin.calls.filter(({ host, method }) => host.startsWith('aisandbox') && method !== 'OPTIONS');

const shape = ({ method, path, headers }: Call) => ({
  method,
  path,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OWN_TO_A_RUN.includes(name)),
  ),
});

async function generate(page: Page): Promise<void> {
  await page.locator('#generate').click();
  await expect(page.locator('#progress')).toContainText('Done', { timeout: 30_000 });
}

test('the page’s own calls are the same with the extension as without it', async ({
  openFlow,
  twin,
}) => {
  const page = await openFlow();
  await generate(page);
  const withIt = apiCalls(twin).map(shape);

  const executablePath = findChromium() ?? '';
  const bare = await playwright.launch({ executablePath, args: twin.chromiumArgs });
  const other = await bare.newPage({ viewport: { width: 1280, height: 800 } });
  const before = apiCalls(twin).length;
  await other.goto(twin.pageUrl('elm'));
  await expect(other.locator('video[data-key]').first()).toBeAttached();
  await generate(other);
  const without = apiCalls(twin).slice(before).map(shape);
  await bare.close();

  expect(withIt.length).toBeGreaterThanOrEqual(3);
  expect(withIt).toEqual(without);
});

test('the extension’s calls come from Flow’s origin, without cookies', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High');
  await choose.send(popup, /^Reshoot 1 move/);
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  const own = apiCalls(twin).filter(({ headers }) => headers['sec-fetch-site'] === 'none');
  expect(own.map(({ path }) => path)).toContain('/v1/video:batchAsyncGenerateVideoReshootVideo');
  for (const { headers, method, status } of own) {
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      origin: 'https://labs.google',
      referer: 'https://labs.google/',
    });
    expect(headers).not.toHaveProperty('cookie');
    if (method === 'POST') expect(headers['content-type']).toBe('text/plain;charset=UTF-8');
  }
});

test('the page finds nothing of the extension in its own world', async ({
  openFlow,
  openPopup,
}) => {
  const page = await openFlow();
  const globals = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => /second|take|zod|wxt/i.test(name)),
  );
  expect(globals).toEqual([]);
  await page.evaluate(() => {
    const answers: string[] = [];
    document.addEventListener('second-take:answer', ({ type }) => answers.push(type));
    document.dispatchEvent(new Event('second-take:ask'));
    Object.assign(window, { answers });
  });
  // What comes later has gone the whole way through the extension by then.
  await generate(page);
  const popup = await openPopup();
  await expect(popup.getByText('1,530 credits')).toBeVisible();
  const answers = () => (window as unknown as { answers: string[] }).answers;
  expect(await page.evaluate(answers)).toEqual([]);
});

test('a page that replaces postMessage sees nothing of what is observed', async ({
  openFlow,
  openPopup,
}) => {
  const page = await openFlow();
  await page.evaluate(() => {
    const seen: unknown[] = [];
    const { postMessage } = MessagePort.prototype;
    Object.assign(window, { seen });
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: [unknown]) {
      seen.push(args[0]);
      return postMessage.apply(this, args);
    };
  });
  await generate(page);
  expect(await page.evaluate(() => (window as unknown as { seen: unknown[] }).seen)).toEqual([]);
  const popup = await openPopup();
  await expect(popup.getByText('1,530 credits')).toBeVisible();
});

test('the token reaches Flow’s API and nobody else', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, 'High');
  await choose.send(popup, /^Reshoot 1 move/);
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  const carriers = twin.calls.filter((call) => JSON.stringify(call).includes('ya29.'));
  expect(carriers.length).toBeGreaterThan(2);
  expect([...new Set(carriers.map(({ host }) => host))]).toEqual(['aisandbox-pa.googleapis.com']);
});
