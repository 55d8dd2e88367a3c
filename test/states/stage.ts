import { expect, type Page, type Worker } from '@playwright/test';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import type { Action } from '@/lib/flow/action';
import { mediaSchema } from '@/lib/flow/media';
import { jobSchema } from '@/lib/jobs/job';
import type { Launched } from '../browsers/launch';
import type { Twin } from '../twin/twin';
import { PROJECTS } from '../twin/world';
import type { Look } from './look';
import { changeRecords, readRecords, type Table } from './store';

const SIZES = {
  popup: { width: 400, height: 600 },
  sidepanel: { width: 420, height: 1000 },
  options: { width: 1000, height: 800 },
  library: { width: 1280, height: 800 },
} as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A browser with the extension just installed: a tab for Flow and a tab for the view. */
export interface Stage {
  readonly twin: Twin;
  readonly chromium: Launched;
  /** Goes with the tab of Flow; a project's clips are there once this is over. */
  flow(project?: keyof typeof PROJECTS): Promise<Page>;
  /** Goes with the tab of Flow to any URL. */
  go(url: string): Promise<Page>;
  /** Opens a page of the extension anew, in place of the one before. */
  open(path: keyof typeof SIZES, hash?: string, size?: Size): Promise<Page>;
  /** The page of the extension as the state before has left it: what can go on there need not load. */
  readonly page: Page;
  /** The popup with this in the composer. */
  compose(draft: Partial<Draft>): Promise<Page>;
  /** Sets values of the browser's storage. */
  local(values: Readonly<Record<string, unknown>>): Promise<void>;
  session(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Puts records in place of all that are in a table. */
  fill(table: Table, records: readonly unknown[]): Promise<void>;
  /** Sets parts of all records of a table. */
  alter(table: Table, parts: Readonly<Record<string, unknown>>): Promise<void>;
  /** Salted hash of the account of the Flow tab. */
  account(): Promise<string>;
  /** Media ids of what jobs of that action have made, the oldest first. */
  resultsOf(action: Action): Promise<string[]>;
}

/** @param chromium in the language of the look; its theme is brought about here */
export async function openStage(
  { theme }: Look,
  { twin, chromium }: Pick<Stage, 'twin' | 'chromium'>,
): Promise<Stage> {
  // A state that cannot be reached says so at once.
  chromium.context.setDefaultTimeout(20_000);
  const tab = await chromium.context.newPage();
  const own = await chromium.context.newPage();
  for (const page of [tab, own]) await page.emulateMedia({ colorScheme: theme });
  const worker = await chromium.worker();
  let opened = 0;
  const stage: Stage = {
    twin,
    chromium,
    page: own,
    async flow(project = 'elm') {
      const before = Date.now();
      await stage.go(twin.pageUrl(project));
      await tab.locator('video[data-key]').first().waitFor({ state: 'attached' });
      // What a state then changes is not written over by what the page has just shown.
      const shown = twin.media().filter(({ projectId }) => projectId === PROJECTS[project].id);
      const ids = shown.map(({ mediaId }) => mediaId);
      await expect.poll(() => seenSince(worker, before)).toEqual(expect.arrayContaining(ids));
      await expect.poll(() => stage.account()).not.toBe('');
      return tab;
    },
    async go(url) {
      await tab.goto(url);
      return tab;
    },
    async open(path, hash = '', size = SIZES[path]) {
      opened += 1;
      await own.setViewportSize(size);
      // Another search each time: the same URL with another hash would not load again.
      await own.goto(`chrome-extension://${chromium.extensionId}/${path}.html?${opened}${hash}`);
      return own;
    },
    async compose(draft) {
      await stage.local({ draft: { writer: 'stage', draft: { ...EMPTY_DRAFT, ...draft } } });
      const popup = await stage.open('popup');
      await popup.locator('.actions').waitFor();
      return popup;
    },
    local: (values) => worker.evaluate((all) => chrome.storage.local.set(all), values),
    session: (values) => worker.evaluate((all) => chrome.storage.session.set(all), values),
    fill: (table, put) => worker.evaluate(changeRecords, { table, put, isEmptied: true }),
    alter: (table, set) => worker.evaluate(changeRecords, { table, set }),
    account: () =>
      worker.evaluate(async () => {
        const { tabs } = await chrome.storage.session.get('tabs');
        return Object.values(tabs as Record<string, { account: string }>)[0]?.account ?? '';
      }),
    async resultsOf(action) {
      const jobs = await worker.evaluate(readRecords, 'jobs' as const);
      return jobs.flatMap((record) => {
        const { data: job } = jobSchema.safeParse(record);
        return job?.state === 'done' && job.request.action === action
          ? (job.result.mediaId ?? [])
          : [];
      });
    },
  };
  return stage;
}

/** Ids of what the page has shown the extension since then (epoch ms). */
async function seenSince(worker: Worker, since: number): Promise<string[]> {
  const records = await worker.evaluate(readRecords, 'media' as const);
  const media = records.map((record) => mediaSchema.parse(record));
  return media.filter(({ seenAt }) => seenAt >= since).map(({ id }) => id);
}

/** Everything that a state shows is there: pictures are loaded and what was moving has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The others are not asked for before they are scrolled to.
    const images = [...document.images].filter((image) => {
      const { left, right, top, bottom } = image.getBoundingClientRect();
      return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    });
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    // Backgrounds, which nothing tells of.
    await new Promise((done) => setTimeout(done, 100));
    await new Promise((done) => requestAnimationFrame(done));
  });
}
