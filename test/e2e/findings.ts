import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const require = createRequire(import.meta.url);

/** Put into every page that is looked over: less than half as long as what is put there unasked. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe finds in a page, by rule, with the elements. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page, axeSource: AXE })
    // Style sheets and media are loaded once more for rules that have no tag of these, a third of the time.
    .options({ resultTypes: ['violations'], preload: false })
    // Our pages have no frames of other origins, which alone would need a page more for each run.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
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
