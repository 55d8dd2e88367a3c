import { execFileSync, spawn } from 'node:child_process';
import type { Page } from '@playwright/test';
import { launch } from '../browsers/launch';
import { ready } from '../browsers/set-up';
import { startTwin, type Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';

/**
 * `npm run menu`: the context menu of the browser itself, by mouse and keys on a screen of its own.
 * Needs Xvfb and xdotool; the end-to-end tests cover the same way from the click event on.
 */

const DISPLAY = ':97';

const keys = (...names: string[]) =>
  execFileSync('xdotool', ['key', '--delay', '120', ...names], {
    env: { ...process.env, DISPLAY },
  });

/** Counted from the bottom: above Inspect on a video, above the page's source on the page. */
const ON_VIDEO = ['Up', 'Up', 'Right'];
const ON_PAGE = ['Up', 'Up', 'Up', 'Right'];
/** Within our own submenu: its last entry, and the first move of the first group. */
const UPSCALE = ['Up', 'Return'];
const FIRST_MOVE = ['Down', 'Right', 'Right', 'Return'];

async function pick(page: Page, where: string, entry: string[]): Promise<void> {
  const target = page.locator(where).first();
  await target.scrollIntoViewIfNeeded();
  // The click resolves only once the menu has closed.
  const click = target.click({ button: 'right' });
  await new Promise((done) => setTimeout(done, 700));
  keys(...entry);
  await Promise.race([click, new Promise((done) => setTimeout(done, 1500))]);
}

async function sent(twin: Twin, count: number): Promise<boolean> {
  for (let tries = 0; tries < 50 && twin.submits.length < count; tries++)
    await new Promise((done) => setTimeout(done, 200));
  return twin.submits.length === count;
}

async function main(): Promise<boolean> {
  if (!(await ready())) return false;
  const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1400x1000x24'], { stdio: 'ignore' });
  process.env.DISPLAY = DISPLAY;
  const twin = await startTwin();
  const chromium = await launch({ twin, visible: true });
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('elm'));
  await page.locator('#credits').filter({ hasText: /\d/ }).waitFor();
  await page.waitForTimeout(1000);

  const bare = `video[data-key="${CLIPS.street.mediaKey}"]`;
  const cases: [string, string, string[]][] = [
    ['upscale, bare video', `video[data-key="${CLIPS.train.mediaKey}"]`, [...ON_VIDEO, ...UPSCALE]],
    ['reshoot, bare video', bare, [...ON_VIDEO, ...FIRST_MOVE]],
    ['upscale, under an overlay', '[data-overlay]', [...ON_PAGE, ...UPSCALE]],
    ['reshoot, under an overlay', '[data-overlay]', [...ON_PAGE, ...FIRST_MOVE]],
  ];
  let good = true;
  for (const [index, [name, where, entry]] of cases.entries()) {
    await pick(page, where, entry);
    const arrived = await sent(twin, index + 1);
    const submit = twin.submits[index];
    console.log(
      `${arrived ? 'yes' : 'NO '}  ${name}: ${submit?.action ?? 'nothing'} ${submit?.move ?? ''}`,
    );
    good &&= arrived;
  }
  await chromium.close();
  await twin.stop();
  screen.kill();
  return good;
}

process.exitCode = (await main()) ? 0 : 1;
