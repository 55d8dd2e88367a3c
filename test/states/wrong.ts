import type { Page } from '@playwright/test';
import { findings, sideways } from '../e2e/support/findings';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import { foreignTo } from './foreign-words';
import type { Look } from './look';

/** What people have named themselves. */
const TITLES = [CLIPS, IMAGES, PROJECTS].flatMap((all) =>
  Object.values(all).map(({ title }) => title),
);

/** Everything that is seen or read out, but for what people have written themselves. */
const spoken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own = '[dir="auto"], .clip, [lang], script, textarea';
    const found: string[] = [];
    const isOwn = (element: Element | null) => {
      const within = element?.closest(own);
      return within !== null && within !== document.documentElement;
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement, textContent } = walk.currentNode;
      if (!isOwn(parentElement)) found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder]'))
      if (!isOwn(element))
        for (const name of ['aria-label', 'placeholder'])
          found.push(element.getAttribute(name) ?? '');
    return found;
  });

/** All that is wrong with a page in that look, whatever it shows; nothing should be. */
export async function wrong(page: Page, { language }: Look): Promise<string[]> {
  const words = await spoken(page);
  const isForeign = await foreignTo(language);
  const foreign = words.filter((text) =>
    isForeign(TITLES.reduce((left, title) => left.replaceAll(title, ''), text)),
  );
  const polite = await page.locator('[aria-live="polite"], .said').count();
  return [
    ...(await findings(page)),
    ...(await sideways(page)),
    ...foreign.map((text) => `other language: ${text}`),
    ...(polite === 1 ? [] : [`${polite} polite live regions`]),
  ];
}
