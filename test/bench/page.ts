import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type Launched, launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { startTwin, type Twin } from '../twin/twin';
import { median, printAims, printSeries, type Series } from './figures';
import { startPageServer } from './page-server';

const ROUNDS = 60;
const WARM_UP = 10;
const MEGABYTE = 1_000_000;

/** What is fetched: the page's own kinds of calls, and one that is none of our business. */
const TARGETS = [
  { name: '1 MB of the list', path: 'project.searchProjectWorkflows?bench=', bytes: MEGABYTE },
  { name: '189 bytes', path: 'project.getProject?bench=', bytes: 189 },
  { name: 'another address', path: 'general.other?bench=', bytes: 189 },
] as const;

interface Measured {
  /** Until the page has the text, ms, one for each call. */
  readonly latency: readonly number[];
  /** Of the page's main thread, ms, one for each call. */
  readonly task: readonly number[];
}

/**
 * What the page pays for being observed: its own `fetch` with this extension, against an empty
 * extension that holds one header rule, which is the price of the permission. Both browsers are open
 * at once and take turns, call by call.
 */
export async function benchPage(): Promise<void> {
  const twin = await startTwin();
  const server = await startPageServer();
  const empty = emptyExtension();
  const there = { ...twin, chromiumArgs: server.chromiumArgs };
  const [ours, bare] = [
    await launch({ twin: there }),
    await launch({ twin: there, extension: empty }),
  ];
  try {
    const [with_, without] = [await open(ours, twin), await open(bare, twin)];
    const series: Series[] = [];
    const aims = [];
    for (const { name, path, bytes } of TARGETS) {
      const [a, b] = await inTurns(with_, without, path, bytes);
      for (const [part, unit] of [
        ['latency', 'until the page has it'],
        ['task', 'main thread'],
      ] as const) {
        series.push({ name: `${name}, ${unit}, with`, ms: a[part] });
        series.push({ name: `${name}, ${unit}, rule alone`, ms: b[part] });
      }
      const more = (part: keyof Measured) => median(a[part]) - median(b[part]);
      const limits = AIMS[name];
      aims.push({
        name: `${name}: later by`,
        value: more('latency'),
        unit: 'ms' as const,
        atMost: limits.latency,
      });
      if (limits.task !== undefined)
        aims.push({
          name: `${name}: main thread`,
          value: more('task'),
          unit: 'ms' as const,
          atMost: limits.task,
        });
    }
    printSeries(series);
    printAims(aims);
  } finally {
    await ours.close();
    await bare.close();
    await twin.stop();
    server.stop();
    await removeFolder(empty);
  }
}

const AIMS: Readonly<
  Record<(typeof TARGETS)[number]['name'], { readonly latency: number; readonly task?: number }>
> = {
  '1 MB of the list': { latency: 0.3, task: 1 },
  '189 bytes': { latency: 0.1 },
  'another address': { latency: 0.05 },
};

/** An extension with the same permission and one rule, and nothing else. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'empty-extension-'));
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    permissions: ['declarativeNetRequestWithHostAccess'],
    host_permissions: ['https://labs.google/*', 'https://aisandbox-pa.googleapis.com/*'],
    background: { service_worker: 'worker.js' },
  };
  const worker = `chrome.declarativeNetRequest.updateSessionRules({ addRules: [{
    id: 1,
    action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'set', value: 'https://labs.google' }] },
    condition: { requestDomains: ['aisandbox-pa.googleapis.com'], tabIds: [-1] },
  }] });`;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), worker);
  return folder;
}

interface Open {
  readonly page: Page;
  readonly session: CDPSession;
}

async function open(browser: Launched, twin: Twin): Promise<Open> {
  const page = await browser.context.newPage();
  await page.goto(twin.pageUrl());
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

async function inTurns(
  ours: Open,
  bare: Open,
  path: string,
  bytes: number,
): Promise<[Measured, Measured]> {
  const found: [Measured, Measured] = [
    { latency: [], task: [] },
    { latency: [], task: [] },
  ];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const side of order) {
      const one = await once(side === 0 ? ours : bare, `${path}${round}`, bytes);
      if (round < WARM_UP) continue;
      const into = found[side === 0 ? 0 : 1];
      Object.assign(into, {
        latency: [...into.latency, one.latency],
        task: [...into.task, one.task],
      });
    }
  }
  return found;
}

/** One call, and all that is done for it afterwards. */
async function once({ page, session }: Open, path: string, bytes: number) {
  const before = await taskMs(session);
  const latency = await page.evaluate(
    async ([url]) => {
      const start = performance.now();
      const text = await (await fetch(url)).text();
      const ms = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 250));
      return text.length > 0 ? ms : Number.NaN;
    },
    [`/fx/api/trpc/${path}&bytes=${bytes}`] as const,
  );
  return { latency, task: (await taskMs(session)) - before };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
