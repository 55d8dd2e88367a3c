import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ready } from '../browsers/set-up';
import type { Look } from '../states/look';
import { capture } from './capture';
import { makeIcons } from './icons';
import { MARQUEE, marqueePage, SCREENSHOT, scenePage, TILE, tilePage } from './pictures';
import { SCENES } from './scenes';

/**
 * `npm run store`: the icons, and the pictures that the stores ask for, in both languages. Words after
 * it choose among them: `npm run store -- icons`, `npm run store -- en 2-extend`.
 */

const FOLDER = 'docs/store/pictures';
const LANGUAGES = ['en', 'zh-CN'] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

async function picture(page: Page, name: string, size: Size, html: string): Promise<void> {
  await page.setViewportSize(size);
  await page.setContent(html);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`  ${name}.png`);
}

async function ofLanguage(
  page: Page,
  language: Look['language'],
  isAsked: (name: string) => boolean,
) {
  if (isAsked('tile')) await picture(page, `${language}-tile-440x280`, TILE, tilePage(language));
  if (isAsked('marquee'))
    await picture(page, `${language}-marquee-1400x560`, MARQUEE, marqueePage(language));
  for (const scene of SCENES.filter(({ name }) => isAsked(name))) {
    const html = scenePage(scene, language, await capture(scene, language));
    await picture(page, `${language}-${scene.name}`, SCREENSHOT, html);
  }
}

async function main(asked: readonly string[]): Promise<boolean> {
  if (!(await ready())) return false;
  mkdirSync(FOLDER, { recursive: true });
  const languages = LANGUAGES.filter((language) => asked.includes(language));
  const names = asked.filter((word) => !LANGUAGES.some((language) => language === word));
  const isAsked = (name: string) => names.length === 0 || names.includes(name);
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '',
  });
  const page = await browser.newPage();
  if (isAsked('icons')) await makeIcons(page);
  for (const language of languages.length === 0 ? LANGUAGES : languages)
    await ofLanguage(page, language, isAsked);
  await browser.close();
  return true;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
