import { cpSync, mkdirSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Launched, launch } from '../browser/launch';
import { ready } from '../browser/set-up';
import { startTwin, type Twin } from '../twin/twin';
import { CLIPS, IMAGES } from '../twin/world';

/** `npm run screenshots`: the views in both themes and both languages, from the running extension. */

const ALL = 'screenshots';
const KEPT = 'docs/screenshots';
/** The few that the README shows. */
const SHOWN = [
  'en-light-reshoot',
  'en-dark-extend',
  'en-light-references',
  'en-dark-jobs',
  'zh-CN-light-reshoot',
];

interface Look {
  readonly language: 'en' | 'zh-CN';
  readonly colorScheme: 'light' | 'dark';
}

type Shoot = (page: Page, name: string) => Promise<void>;

/** By position and not by name: the names differ between the languages. */
const action = (popup: Page, index: number) =>
  popup.locator('input[name="action"]').nth(index).check();

const clip = (popup: Page, title: string) =>
  popup.locator(`label.clip[title="${title}"] input`).first().check();

async function composer(popup: Page, shoot: Shoot): Promise<void> {
  await clip(popup, CLIPS.witch.title);
  await action(popup, 1);
  for (const move of [0, 4, 9]) await popup.locator('.move input').nth(move).check();
  await popup.mouse.move(0, 0);
  await shoot(popup, 'reshoot');

  await action(popup, 0);
  await popup
    .locator('textarea')
    .fill('She straightens her hat and flies on towards the one lit window.');
  await popup.locator('[role="slider"]').first().waitFor();
  await popup.waitForTimeout(700);
  await shoot(popup, 'extend');
  await popup.locator('.end-field input').nth(1).fill('200');
  await popup.locator('.btn-main').click();
  await shoot(popup, 'extend-problem');
  await popup.locator('.end-field input').nth(1).fill('191');

  await action(popup, 2);
  await shoot(popup, 'upscale');

  await action(popup, 3);
  await popup.locator('.slot-add').click();
  for (const image of [IMAGES.coat, IMAGES.umbrella])
    await popup.getByRole('checkbox', { name: image.title }).check();
  await shoot(popup, 'references-choosing');
  await popup.locator('.picker > button').click();
  await popup.locator('textarea').fill('Somebody in a yellow coat opens a red umbrella.');
  await shoot(popup, 'references');
}

/** Jobs in as many states as a short while can bring about. */
async function jobs(popup: Page, twin: Twin, shoot: Shoot): Promise<void> {
  const send = popup.locator('.btn-main');
  const press = async () => {
    await send.click();
    await popup.waitForTimeout(2200);
  };
  await action(popup, 2);
  await press();
  twin.mishap('submit', {
    refuse: { code: 400, status: 'INVALID_ARGUMENT', message: 'Not supported.' },
  });
  await action(popup, 0);
  await press();
  twin.mishap('submit', {
    fail: { code: 3, message: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED' },
  });
  await action(popup, 3);
  await press();
  twin.mishap('submit', { cut: true });
  await action(popup, 1);
  await press();
  await popup.waitForTimeout(9000);
  await popup.locator('.peek').click();
  await shoot(popup, 'jobs');
}

async function cards(chromium: Launched, twin: Twin, shoot: Shoot): Promise<void> {
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  const places: [string, string][] = [
    ['card-signed-out', `${twin.pageUrl('elm')}?as=nobody`],
    ['card-no-project', `${twin.pageUrl()}?as=ada@example.com`],
    ['card-no-clips', twin.pageUrl('empty')],
    ['card-no-flow', 'about:blank'],
  ];
  const popup = await chromium.openOwn('popup.html');
  for (const [name, address] of places) {
    await page.goto(address);
    await popup.waitForTimeout(800);
    await shoot(popup, name);
  }
}

async function take(look: Look): Promise<void> {
  const twin = await startTwin({ durationsMs: { upscale: 1000, references: 1000 } });
  const chromium = await launch({ twin, ...look });
  const shoot: Shoot = async (page, name) => {
    const file = `${look.language}-${look.colorScheme}-${name}.png`;
    await page.screenshot({ path: `${ALL}/${file}`, animations: 'disabled' });
  };
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { gapSeconds: 1, atOnce: 8 } }));
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await page.goto(twin.pageUrl('elm'));
  const popup = await chromium.openOwn('popup.html');
  await popup.locator('.clip').first().waitFor();
  await composer(popup, shoot);
  await jobs(popup, twin, shoot);
  await popup.close();
  await cards(chromium, twin, shoot);
  const options = await chromium.openOwn('options.html');
  await options.setViewportSize({ width: 900, height: 900 });
  await shoot(options, 'options');
  await chromium.close();
  await twin.stop();
}

async function main(): Promise<boolean> {
  if (!(await ready())) return false;
  rmSync(ALL, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  mkdirSync(KEPT, { recursive: true });
  for (const language of ['en', 'zh-CN'] as const)
    for (const colorScheme of ['light', 'dark'] as const) await take({ language, colorScheme });
  for (const name of SHOWN) cpSync(`${ALL}/${name}.png`, `${KEPT}/${name}.png`);
  console.log(`Screenshots are in ${ALL}/, the README's in ${KEPT}/.`);
  return true;
}

process.exitCode = (await main()) ? 0 : 1;
