import { type Page, chromium as playwright } from '@playwright/test';
import { findChromium } from '../browser/find-chromium';
import type { Twin } from '../twin/twin';
import { expect, test } from './fixtures';
import { WAYS } from './page-ways';

/** What one page notices of every way to call, and what the server sees of it. */
async function tryAll(page: Page, twin: Twin) {
  await expect(page.locator('video[data-key]').first()).toBeAttached();
  const before = twin.calls.length;
  const seen: Record<string, unknown> = {};
  for (const [name, way] of Object.entries(WAYS)) seen[name] = await page.evaluate(way);
  // Whatever is done beside the page's calls is done by now, and would have shown as an error.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  const errors = await page.evaluate(
    () => (window as unknown as { __page: { errors: unknown[] } }).__page.errors,
  );
  // One that is given up at once may or may not be on its way already: each is looked at once.
  const calls = twin.calls
    .slice(before)
    .filter(({ headers }) => headers['sec-fetch-dest'] === 'empty')
    .map(({ method, path, headers, body, status }) =>
      JSON.stringify({
        asked: `${method} ${path}`,
        status,
        way: headers['x-way'],
        type: headers['content-type'],
        mode: headers['sec-fetch-mode'],
        priority: headers.priority,
        referer: headers.referer,
        body,
      }),
    );
  return { seen, errors, calls: [...new Set(calls)].sort() };
}

test('however the page calls, it notices nothing, and its server neither', async ({
  chromium,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm'));
  const withIt = await tryAll(page, twin);

  const bare = await playwright.launch({
    executablePath: findChromium() ?? '',
    args: twin.chromiumArgs,
  });
  const other = await bare.newPage();
  await other.goto(twin.pageUrl('elm'));
  const without = await tryAll(other, twin);
  await bare.close();

  expect(Object.keys(withIt.seen)).toHaveLength(Object.keys(WAYS).length);
  for (const name of Object.keys(WAYS)) expect(withIt.seen[name], name).toEqual(without.seen[name]);
  expect(withIt.errors).toEqual(without.errors);
  expect(withIt.calls.length).toBeGreaterThan(4);
  expect(withIt.calls).toEqual(without.calls);
});

test('the page hears no message and no event of ours, and no error of it names us', async ({
  chromium,
  twin,
}) => {
  const { context, extensionId } = chromium;
  const page = await context.newPage();
  // Before any script, also before ours: everything that is dispatched is written down.
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const note = (event: Event) => {
      const { data, detail } = event as MessageEvent & CustomEvent;
      heard.push(`${event.type} ${JSON.stringify(data ?? detail ?? null)}`);
    };
    for (const name of ['message', 'messageerror', 'load', 'second-take:ask', 'second-take:answer'])
      addEventListener(name, note, true);
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      heard.push(`dispatched ${event.type}`);
      return dispatchEvent.call(this, event);
    };
  });
  await page.goto(twin.pageUrl('elm'));
  await expect(page.locator('video[data-key]').first()).toBeAttached();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  // What reaches the window: nothing but the page's own load and those of its pictures and scripts.
  expect(
    heard.filter((each) => !each.startsWith('load') && !each.startsWith('dispatched load')),
  ).toEqual([]);

  const stacks = await page.evaluate(async () => {
    const found: string[] = [];
    const tell = {
      toString() {
        found.push(new Error('asked for my text').stack ?? '');
        return '/fx/api/auth/session';
      },
    };
    await fetch(tell as unknown as string);
    await fetch('/fx/api/auth/session', {
      get headers(): HeadersInit {
        found.push(new Error('asked for my headers').stack ?? '');
        return {};
      },
    });
    new XMLHttpRequest().open('GET', tell as unknown as string);
    await fetch('https://aisandbox-pa.googleapis.com/v1/credits', { mode: 'same-origin' }).catch(
      (error: Error) => found.push(error.stack ?? ''),
    );
    return found;
  });
  expect(stacks).toHaveLength(4);
  for (const text of [...stacks, ...heard, await page.content()]) {
    expect(text).not.toContain('extension:');
    expect(text).not.toContain(extensionId);
  }
});

interface Counts {
  readonly answers: number;
  readonly requests: number;
  readonly reads: number;
}

/** Counts copies of answers and requests: the script in the page takes these for the page's own. */
function countCopies() {
  const counts = { answers: 0, requests: 0, reads: 0 };
  Object.assign(window, { counts });
  const [{ clone, text, arrayBuffer }, { clone: cloneRequest }] = [
    Response.prototype,
    Request.prototype,
  ];
  Response.prototype.clone = function () {
    counts.answers += 1;
    return clone.call(this);
  };
  Response.prototype.text = function () {
    counts.reads += 1;
    return text.call(this);
  };
  Response.prototype.arrayBuffer = function () {
    counts.reads += 1;
    return arrayBuffer.call(this);
  };
  Request.prototype.clone = function () {
    counts.requests += 1;
    return cloneRequest.call(this);
  };
}

const MEGABYTE = 1024 * 1024;

test('answers that say nothing to us are not copied, and large ones leave nothing behind', async ({
  chromium,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await page.addInitScript(countCopies);
  const big = JSON.stringify({ video: { encodedVideo: 'A'.repeat(5 * MEGABYTE) } });
  const cors = { 'access-control-allow-origin': 'https://labs.google' };
  await page.route(/\/v1\/media\/|\/v1:upload|getProject/, (route) =>
    route.fulfill({ body: big, contentType: 'application/json', headers: cors }),
  );
  await page.goto(twin.pageUrl());
  await expect(page.locator('.projects a').first()).toBeAttached();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  const counts = () =>
    page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));
  const session = await chromium.context.newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await counts();
  const usedBefore = await heap();

  await page.evaluate(async () => {
    const api = 'https://aisandbox-pa.googleapis.com';
    for (let time = 0; time < 40; time += 1)
      await (await fetch(`${api}/v1/media/${time}?key=x`)).blob();
    const body = 'B'.repeat(3_000_000);
    await (await fetch(`${api}/v1:uploadUserImage`, { method: 'POST', body })).blob();
  });
  expect(await counts()).toEqual(before);
  expect((await heap()) - usedBefore).toBeLessThan(3 * MEGABYTE);

  // The same size where we do look: each is read once and let go.
  await page.evaluate(async () => {
    for (let time = 0; time < 8; time += 1)
      await (await fetch(`/fx/api/trpc/project.getProject?input=${time}`)).blob();
  });
  await expect.poll(counts).toEqual({
    ...before,
    answers: before.answers + 8,
    reads: before.reads + 8,
  });
  await expect.poll(async () => (await heap()) - usedBefore).toBeLessThan(3 * MEGABYTE);
});
