import type { Page } from '@playwright/test';
import { findings, sideways } from '../e2e/support/findings';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import type { Look } from './look';

/** Names that stay as they are in every language. */
const NAMES =
  /“[^”]*”|PUBLIC_ERROR_[A-Z_]+|\{[a-z]+\}|[^/]*\.mp4|a…@example\.com|Second Take|flow\.google\.com|labs\.google|aisandbox-pa\.googleapis\.com|storage\.googleapis\.com|flow-content\.google|Firefox|Google|Flow|Veo(?: 3\.1)?(?: Lite)?|Ultra|Chromium|Chrome|Alt|Shift|Ctrl|Esc|Home|End|Enter|Space|MIT|CSV|JSON|mp4/g;

/** What people have named themselves. */
const TITLES = [CLIPS, IMAGES, PROJECTS].flatMap((all) =>
  Object.values(all).map(({ title }) => title),
);

/** Words of the other language: Latin letters in Chinese, Chinese ones in English. */
const FOREIGN = { 'zh-CN': /[A-Za-z]{3,}/, en: /\p{Script=Han}/u } as const;

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
  const foreign = words.filter((text) => {
    const ours = TITLES.reduce((left, title) => left.replaceAll(title, ''), text);
    return FOREIGN[language].test(ours.replaceAll(NAMES, ''));
  });
  const polite = await page.locator('[aria-live="polite"], .said').count();
  return [
    ...(await findings(page)),
    ...(await sideways(page)),
    ...foreign.map((text) => `other language: ${text}`),
    ...(polite === 1 ? [] : [`${polite} polite live regions`]),
  ];
}
