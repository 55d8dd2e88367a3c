import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION, type Launched, launch } from '../browsers/launch';
import { removeFolder } from '../browsers/remove-folder';
import { endedJobs } from '../states/jobs';
import { changeRecords } from '../states/store';
import { startTwin, type Twin } from '../twin/twin';
import { type Aim, median, printAims, printSeries, type Series } from './figures';
import { firstPaintMs, usableMs } from './first-paint';
import { draftExtend, pressesMs, stripMs } from './range';

const ROUNDS = 25;
const BLANK = '<!doctype html><html lang="en"><title>Blank</title><body>Blank</body></html>';

/** The built extension with a blank page beside its own, to compare with. */
function withBlankPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-take-bench-'));
  cpSync(EXTENSION, folder, { recursive: true });
  writeFileSync(join(folder, 'blank.html'), BLANK);
  return folder;
}

async function onFlow(chromium: Launched, twin: Twin): Promise<void> {
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm'));
  await page.locator('video[data-key]').first().waitFor({ state: 'attached' });
}

/** Fills the database of the extension with ended jobs. */
const storeJobs = async (chromium: Launched, count: number): Promise<void> =>
  (await chromium.worker()).evaluate(changeRecords, {
    table: 'jobs' as const,
    put: endedJobs(count),
  });

/** What each round measures, one after the other, so that all suffer the same neighbours. */
async function inRounds(
  measures: Readonly<Record<string, () => Promise<number>>>,
  rounds = ROUNDS,
): Promise<Series[]> {
  const names = Object.keys(measures);
  const found = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++)
    for (const [name, measure] of inTurn(measures, round)) {
      const ms = await measure();
      // The first two rounds warm the caches.
      if (round >= 0) found.get(name)?.push(ms);
    }
  return names.map((name) => ({ name, ms: found.get(name) ?? [] }));
}

/** Forwards and backwards by turns: what comes later in a round is not always the same. */
const inTurn = <Measure>(measures: Readonly<Record<string, Measure>>, round: number) => {
  const all = Object.entries(measures);
  return round % 2 === 0 ? all : all.reverse();
};

const ratio = (all: readonly Series[], over: number, under: number): number =>
  median(all[over]?.ms ?? []) / median(all[under]?.ms ?? []);

/** First paint of the popup: against a blank page, and with few and many stored jobs. */
async function popupPaint(): Promise<{ series: Series[]; aims: Aim[] }> {
  const extension = withBlankPage();
  const twin = await startTwin();
  const [few, many] = [await launch({ twin, extension }), await launch({ twin, extension })];
  try {
    for (const chromium of [few, many]) await onFlow(chromium, twin);
    await storeJobs(few, 10);
    await storeJobs(many, 10_000);
    const series = await inRounds({
      'blank page, first contentful paint': () => firstPaintMs(few, 'blank.html'),
      'popup with 10 jobs, first contentful paint': () => firstPaintMs(few, 'popup.html'),
      'popup with 10,000 jobs, first contentful paint': () => firstPaintMs(many, 'popup.html'),
      'popup with 10 jobs, clips there to choose': () => usableMs(few, '.clip input'),
      'popup with 10,000 jobs, clips there to choose': () => usableMs(many, '.clip input'),
    });
    const aims: Aim[] = [
      { name: 'popup against a blank page', value: ratio(series, 1, 0), unit: '×', atMost: 1.3 },
      { name: '10,000 jobs against 10, paint', value: ratio(series, 2, 1), unit: '×', atMost: 1.1 },
      {
        name: '10,000 jobs against 10, usable',
        value: ratio(series, 4, 3),
        unit: '×',
        atMost: 1.1,
      },
    ];
    return { series, aims };
  } finally {
    await Promise.all([few.close(), many.close()]);
    await twin.stop();
    await removeFolder(extension);
  }
}

/** The range picker: its filmstrip drawn from the file and read from the store, and its keys. */
async function rangePicker(): Promise<{ series: Series[]; aims: Aim[] }> {
  const twin = await startTwin();
  const chromium = await launch({ twin });
  try {
    await onFlow(chromium, twin);
    await draftExtend(chromium);
    const strips = await inRounds(
      {
        'filmstrip of 12, drawn from the clip': () => stripMs(chromium, false),
        'filmstrip of 12, kept': () => stripMs(chromium, true),
      },
      12,
    );
    const series = [
      ...strips,
      { name: 'key press on a handle to its paint', ms: await pressesMs(chromium) },
    ];
    const [cold = Number.NaN, kept = Number.NaN, press = Number.NaN] = series.map(({ ms }) =>
      median(ms),
    );
    const aims: Aim[] = [
      { name: 'filmstrip, drawn', value: cold, unit: 'ms', atMost: 500 },
      { name: 'filmstrip, kept', value: kept, unit: 'ms', atMost: 50 },
      { name: 'key press to paint: one frame', value: press, unit: 'ms', atMost: 16.7 },
    ];
    return { series, aims };
  } finally {
    await chromium.close();
    await twin.stop();
  }
}

/** `npm run bench -- ui`: how fast the views are there. */
export async function benchUi(): Promise<void> {
  const aims: Aim[] = [];
  for (const measure of [popupPaint, rangePicker]) {
    const found = await measure();
    printSeries(found.series);
    aims.push(...found.aims);
  }
  printAims(aims);
}
