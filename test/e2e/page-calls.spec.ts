import { type Page, chromium as playwright } from '@playwright/test';
import { findChromium } from '../browsers/find-chromium';
import type { Call, Twin } from '../twin/twin';
import { expect, test } from './support/fixtures';
import { apiCalls, generate } from './support/page-generates';
import { WAYS } from './support/page-ways';

/** What one page notifications of every way to call, and what the server sees of it. */
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

/** Headers that differ from one run to the next by their nature. */
const OWN_TO_A_RUN = ['authorization', 'content-length', 'cookie', 'if-none-match'];

const shape = ({ method, path, headers }: Call) => ({
  method,
  path,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OWN_TO_A_RUN.includes(name)),
  ),
});

/** A page from its beginning: what it calls by itself and for a user, and then in every way. */
async function live(page: Page, twin: Twin) {
  const before = apiCalls(twin).length;
  await page.goto(twin.pageUrl('elm'));
  await expect(page.locator('video[data-key]').first()).toBeAttached();
  await generate(page);
  const own = apiCalls(twin).slice(before).map(shape);
  return { own, ...(await tryAll(page, twin)) };
}

test('a page lives with the extension as it does without it', async ({ chromium, twin }) => {
  const withIt = await live(await chromium.context.newPage(), twin);
  const bare = await playwright.launch({
    executablePath: findChromium() ?? '',
    args: twin.chromiumArgs,
  });
  const without = await live(await bare.newPage({ viewport: { width: 1280, height: 800 } }), twin);
  await bare.close();

  await test.step('the page’s own calls are the same with the extension as without it', () => {
    expect(withIt.own.length).toBeGreaterThanOrEqual(3);
    expect(withIt.own).toEqual(without.own);
  });
  await test.step('however the page calls, it notices nothing, and its server neither', () => {
    const ways = Object.keys(WAYS);
    expect(Object.keys(withIt.seen)).toHaveLength(ways.length);
    for (const name of ways) expect(withIt.seen[name], name).toEqual(without.seen[name]);
    expect(withIt.errors).toEqual(without.errors);
    expect(withIt.calls.length).toBeGreaterThan(4);
    expect(withIt.calls).toEqual(without.calls);
  });
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

/** Writes down everything that is dispatched. */
function noteEvents() {
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
}

/** Where errors say that they come from which the page makes in the middle of its own calls. */
async function stacksOfCalls(): Promise<string[]> {
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
}

const MEGABYTE = 1024 * 1024;
const MEDIA = 'https://aisandbox-pa.googleapis.com/v1/media/1?key=x';
const UPLOAD = 'https://aisandbox-pa.googleapis.com/v1:uploadUserImage';

/**
 * From now on the page's own worker answers these URLs with that many bytes: so large answers
 * need not come from outside the browser.
 */
async function answerLarge([size, ...urls]: readonly [number, ...string[]]): Promise<void> {
  const controlled = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  await navigator.serviceWorker.register('/fx/_next/static/attack-worker.js', { scope: '/fx/' });
  await controlled;
  const large = await caches.open('large');
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ video: { encodedVideo: 'A'.repeat(size) } });
  for (const url of urls) await large.put(url, new Response(body, { headers }));
}

test('the page hears nothing of ours, and what says nothing to us is not copied', async ({
  chromium,
  twin,
}) => {
  const { context, extensionId } = chromium;
  const page = await context.newPage();
  const settled = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));

  await test.step('the page hears no message and no event of ours, and no error of it names us', async () => {
    // Before any script, also before ours.
    const noting = await page.addInitScript(noteEvents);
    await page.goto(twin.pageUrl('elm'));
    await expect(page.locator('video[data-key]').first()).toBeAttached();
    await settled();
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    // What reaches the window: nothing but the page's own load and those of its pictures and scripts.
    expect(
      heard.filter((each) => !each.startsWith('load') && !each.startsWith('dispatched load')),
    ).toEqual([]);
    const stacks = await page.evaluate(stacksOfCalls);
    expect(stacks).toHaveLength(4);
    for (const text of [...stacks, ...heard, await page.content()]) {
      expect(text).not.toContain('extension:');
      expect(text).not.toContain(extensionId);
    }
    await noting.dispose();
  });

  await test.step('answers that say nothing to us are not copied, and large ones leave nothing behind', async () => {
    await page.addInitScript(countCopies);
    await page.goto(twin.pageUrl());
    await expect(page.locator('.projects a').first()).toBeAttached();
    await page.evaluate(answerLarge, [5 * MEGABYTE, MEDIA, UPLOAD] as const);
    await settled();
    const counts = () =>
      page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));
    const session = await context.newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await counts();
    const usedBefore = await heap();

    const sizes = await page.evaluate(
      async ([media, upload]) => {
        const found: number[] = [];
        for (let time = 0; time < 40; time += 1)
          found.push((await (await fetch(media)).blob()).size);
        const body = 'B'.repeat(3_000_000);
        found.push((await (await fetch(upload, { method: 'POST', body })).blob()).size);
        return found;
      },
      [MEDIA, UPLOAD] as const,
    );
    expect(sizes).toHaveLength(41);
    expect(Math.min(...sizes)).toBeGreaterThan(5 * MEGABYTE);
    expect(await counts()).toEqual(before);
    expect((await heap()) - usedBefore).toBeLessThan(3 * MEGABYTE);

    // The same size where we do look: each is read once and let go.
    const headers = { 'content-type': 'application/json' };
    const body = { video: { encodedVideo: 'A'.repeat(5 * MEGABYTE) } };
    const end = twin.answerWith('trpc', { status: 200, headers, body }, Number.POSITIVE_INFINITY);
    const read = await page.evaluate(async () => {
      const found: number[] = [];
      for (let time = 0; time < 8; time += 1)
        found.push(
          (await (await fetch(`/fx/api/trpc/project.getProject?input=${time}`)).blob()).size,
        );
      return found;
    });
    end();
    expect(Math.min(...read)).toBeGreaterThan(5 * MEGABYTE);
    await expect.poll(counts).toEqual({
      ...before,
      answers: before.answers + 8,
      reads: before.reads + 8,
    });
    await expect.poll(async () => (await heap()) - usedBefore).toBeLessThan(3 * MEGABYTE);
  });
});
