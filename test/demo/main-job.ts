import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { Composer } from '../e2e/support/composer';
import { openJobs, showEveryJob } from '../e2e/support/job-list';
import type { Twin } from '../twin/twin';
import { CLIPS, IMAGES } from '../twin/world';
import { follow, type Row } from './report';

const LIMIT_MS = 180_000;

/** Does in the popup what a user would do, and follows every job to its end. */
export async function doMainJob(
  chromium: Launched,
  twin: Twin,
  jobs: number,
): Promise<{ rows: Row[]; saved: { file: string; source: string } }> {
  await setPace(chromium);
  const flow = await chromium.context.newPage();
  await flow.goto(twin.pageUrl('elm'));
  const popup = await chromium.openOwn('popup.html');
  const composer = new Composer(popup);

  console.log('\nWishes, as chosen in the popup:');
  await composer.clip(CLIPS.witch.title);
  await popup.getByRole('button', { name: 'All 8' }).click();
  await popup.getByRole('button', { name: 'All 6' }).click();
  await batch(popup, /^Reshoot 14 moves/);

  await composer.action('Extend');
  await composer.prompt('What happens next', 'She waves and flies on towards the harbour.');
  await batch(popup, /^Extend · /, 'frames 168–191');
  await composer.range(96, 119);
  await batch(popup, /^Extend · /, 'frames 96–119');

  await composer.clip(CLIPS.train.title);
  await composer.action('Upscale');
  await batch(popup, /^Upscale to 1080p/);

  await composer.action('References');
  await composer.images(IMAGES.coat.title, IMAGES.lantern.title, IMAGES.umbrella.title);
  await composer.prompt('What happens', 'Somebody in a yellow coat opens a red umbrella.');
  await batch(popup, /^Make 1 take/);

  console.log('\nJobs, as they end:');
  await openJobs(popup);
  await showEveryJob(popup);
  const rows = await follow(() => readRows(popup), jobs, LIMIT_MS);
  return { rows, saved: await save(chromium, popup, twin) };
}

/** A demo of ten seconds between two submits would take three minutes; this is done in Settings. */
async function setPace(chromium: Launched): Promise<void> {
  const options = await chromium.openOwn('options.html');
  await options.getByRole('textbox', { name: 'Pause between two sends' }).fill('1');
  await options.getByRole('textbox', { name: 'Jobs at the same time' }).fill('8');
  await options.keyboard.press('Tab');
  await options.waitForTimeout(300);
  await options.close();
  console.log('Pace for the demo: 1 s between two submits, 8 at once (10 s and 4 by default).');
}

async function batch(popup: Page, button: RegExp, detail = ''): Promise<void> {
  const words = await popup.getByRole('button', { name: button }).textContent();
  await new Composer(popup).send(button);
  console.log(`  ${words}${detail === '' ? '' : `, ${detail}`}`);
}

async function readRows(popup: Page): Promise<Row[]> {
  const list = popup.getByRole('list', { name: 'Jobs' });
  const items = list.getByRole('listitem').filter({ has: popup.locator('.job') });
  const texts = await items.evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('p')].map((line) => line.textContent)),
  );
  return texts.map(([name = '', state = '']) => ({ name, state }));
}

async function save(chromium: Launched, popup: Page, twin: Twin) {
  const { title, mediaKey } = CLIPS.train;
  await popup.getByRole('button', { name: /^Save Upscale/ }).click();
  const file = join(chromium.downloads, `${title} – 1080p.mp4`);
  for (let tries = 0; tries < 50 && !existsSync(file); tries++) await popup.waitForTimeout(200);
  const made = twin.media().find((media) => media.mediaKey === `${mediaKey}_upsampled`);
  console.log(`\nSaved: ${file}`);
  return { file, source: made?.file ?? '' };
}
