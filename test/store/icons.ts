import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { palettePng } from './png';

interface Icon {
  readonly file: string;
  /** Width and height in pixels. */
  readonly size: number;
  /** Transparent pixels at each side. */
  readonly padding?: number;
}

const DRAWING = 'docs/store/icon.svg';
/** On the pixels of 16 and 32: fewer curves and broader lines. */
const SMALL_DRAWING = 'docs/store/icon-small.svg';
const SMALL = 32;

export const ICONS: readonly Icon[] = [
  { file: 'public/icon/16.png', size: 16 },
  { file: 'public/icon/32.png', size: 32 },
  { file: 'public/icon/48.png', size: 48 },
  // The Chrome Web Store takes its icon from the package and asks for 96 pixels of drawing.
  { file: 'public/icon/128.png', size: 128, padding: 16 },
  { file: 'docs/store/icons/64.png', size: 64 },
  { file: 'docs/store/icons/96.png', size: 96 },
  { file: 'docs/store/icons/128.png', size: 128 },
  { file: 'docs/store/pictures/logo-300.png', size: 300 },
];

/** A drawing as an address that an image can show. */
export const drawing = (file: string = DRAWING): string =>
  `data:image/svg+xml;base64,${readFileSync(file, 'base64')}`;

/** Draws all icons in an empty page and writes them. */
export async function makeIcons(page: Page): Promise<void> {
  for (const { file, size, padding = 0 } of ICONS) {
    const source = drawing(size <= SMALL ? SMALL_DRAWING : DRAWING);
    const data = await page.evaluate(draw, { source, size, padding });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, palettePng({ width: size, height: size, data }));
  }
}

/** To be run in a page: the pixels of a drawing at that size. */
async function draw(asked: { source: string; size: number; padding: number }): Promise<number[]> {
  const image = new Image();
  image.src = asked.source;
  await image.decode();
  const context = new OffscreenCanvas(asked.size, asked.size).getContext('2d');
  if (!context) throw new Error('This browser has no canvas.');
  const inner = asked.size - 2 * asked.padding;
  context.drawImage(image, asked.padding, asked.padding, inner, inner);
  return [...context.getImageData(0, 0, asked.size, asked.size).data];
}
