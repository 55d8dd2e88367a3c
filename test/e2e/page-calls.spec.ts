import { type Page, chromium as playwright } from '@playwright/test';
import { findChromium } from '../browsers/find-chromium';
import type { Call, Twin } from '../twin/twin';
import { expect, test } from './support/fixtures';
import { FLOW_SITES, type FlowSite, goTo } from './support/flow-sites';
import { answerLarge, LARGE, sizesOf } from './support/large-answers';
import { generate } from './support/page-generates';
import { type Counts, countCopies, noteEvents, stacksOfCalls } from './support/page-notes';
import { WAYS } from './support/page-ways';

/** What one page notifications of every way to call, and what the server sees of it. */
async function tryAll(page: Page, twin: Twin, { observed }: FlowSite) {
  const before = twin.calls.length;
  const seen: Record<string, unknown> = {};
  for (const [name, way] of Object.entries(WAYS)) seen[name] = await page.evaluate(way, observed);
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

const shape = ({ method, path, headers, rpcs }: Call) => ({
  method,
  path,
  rpcs: rpcs?.map(({ name }) => name),
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OWN_TO_A_RUN.includes(name)),
  ),
});

/** A page from its beginning: what it calls by itself and for a user, and then in every way. */
async function live(page: Page, twin: Twin, site: FlowSite) {
  const before = site.calls(twin).length;
  await goTo(page, twin, site);
  await generate(page);
  const own = site.calls(twin).slice(before).map(shape);
  return { own, ...(await tryAll(page, twin, site)) };
}

test('a page lives with the extension as it does without it', async ({ chromium, twin }) => {
  const bare = await playwright.launch({
    executablePath: findChromium() ?? '',
    args: twin.chromiumArgs,
  });
  const viewport = { width: 1280, height: 800 };
  for (const site of FLOW_SITES) {
    const withIt = await live(await chromium.context.newPage(), twin, site);
    const without = await live(await bare.newPage({ viewport }), twin, site);

    await test.step(`on ${site.name} the page’s own calls are the same with the extension as without it`, () => {
      expect(withIt.own.length).toBeGreaterThanOrEqual(3);
      expect(withIt.own).toEqual(without.own);
    });
    await test.step(`however the page of ${site.name} calls, it notices nothing, and its server neither`, () => {
      const ways = Object.keys(WAYS);
      expect(Object.keys(withIt.seen)).toHaveLength(ways.length);
      for (const name of ways) expect(withIt.seen[name], name).toEqual(without.seen[name]);
      expect(withIt.errors).toEqual(without.errors);
      expect(withIt.calls.length).toBeGreaterThan(4);
      expect(withIt.calls).toEqual(without.calls);
    });
  }
  await bare.close();
});

const MEGABYTE = 1024 * 1024;

const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));

async function hearsNothing(page: Page, twin: Twin, site: FlowSite, extensionId: string) {
  // Before any script, also before ours.
  const noting = await page.addInitScript(noteEvents);
  await goTo(page, twin, site);
  await settled(page);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  // What reaches the window: nothing but the page's own load and those of its pictures and scripts.
  expect(
    heard.filter((each) => !each.startsWith('load') && !each.startsWith('dispatched load')),
  ).toEqual([]);
  const stacks = await page.evaluate(stacksOfCalls, site.observed);
  expect(stacks).toHaveLength(4);
  for (const text of [...stacks, ...heard, await page.content()]) {
    expect(text).not.toContain('extension:');
    expect(text).not.toContain(extensionId);
  }
  await noting.dispose();
}

async function copiesLittle(page: Page, twin: Twin, site: FlowSite) {
  const large = LARGE[site.name];
  const { file, upload, observed } = large;
  const ours = Array.from({ length: 8 }, (_, n) => `${observed}${n}`);
  const counting = await page.addInitScript(countCopies);
  await page.goto(site.pageUrl(twin));
  await expect(page.locator('.projects a').first()).toBeAttached();
  await page.evaluate(answerLarge, [5 * MEGABYTE, large, [file, upload, ...ours]] as const);
  await settled(page);
  const counts = () =>
    page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await counts();
  const usedBefore = await heap();

  const files = await sizesOf(
    page,
    Array.from({ length: 40 }, () => file),
  );
  const sizes = [...files, ...(await sizesOf(page, [upload], 'B'.repeat(3_000_000)))];
  expect(sizes).toHaveLength(41);
  expect(Math.min(...sizes)).toBeGreaterThan(5 * MEGABYTE);
  expect(await counts()).toEqual(before);
  expect((await heap()) - usedBefore).toBeLessThan(3 * MEGABYTE);

  // The same size where we do look: each is read once and let go, and what was sent is not read.
  expect(Math.min(...(await sizesOf(page, ours, 'x')))).toBeGreaterThan(5 * MEGABYTE);
  await expect.poll(counts).toEqual({
    ...before,
    answers: before.answers + 8,
    reads: before.reads + 8,
  });
  await expect.poll(async () => (await heap()) - usedBefore).toBeLessThan(3 * MEGABYTE);
  await counting.dispose();
}

test('the page hears nothing of ours, and what says nothing to us is not copied', async ({
  chromium,
  twin,
}) => {
  const { context, extensionId } = chromium;
  for (const site of FLOW_SITES) {
    const page = await context.newPage();
    await test.step(`the page of ${site.name} hears no message and no event of ours, and no error of it names us`, () =>
      hearsNothing(page, twin, site, extensionId));
    await test.step(`on ${site.name} answers that say nothing to us are not copied, and large ones leave nothing behind`, () =>
      copiesLittle(page, twin, site));
    await page.close();
  }
});
