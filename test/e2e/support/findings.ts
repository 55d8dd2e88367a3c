import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const require = createRequire(import.meta.url);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // Style sheets and media are loaded once more for rules that have no tag of these, a third of the time.
  preload: false,
};

/**
 * Everything that axe finds in a page, by rule, with the elements. Its script of half a megabyte is put
 * into a page once, and of its answer only what is said here is brought over.
 */
export async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, OPTIONS);
}

/** What stands out of the page at its sides, but for rows that scroll by themselves. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const isOut = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > wide + 1);
    };
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || isClipped(element.parentElement));
    const found = [...document.body.querySelectorAll('*')]
      .filter((element) => isOut(element) && !isClipped(element.parentElement))
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
    const { scrollWidth } = document.documentElement;
    return scrollWidth > wide ? [`page: ${scrollWidth} > ${wide}`, ...found] : found;
  });
