import type { Page } from '@playwright/test';
import { ADA, CLIPS } from '../twin/world';
import { findings, sideways } from './findings';
import { expect, test } from './fixtures';

test.use({ launchWith: { language: 'zh-CN' } });

/** Titles in quotes, and names that stay as they are in every language. */
const NAMES =
  /“[^”]*”|a…@example\.com|Second Take|flow\.google\.com|labs\.google|Google|Flow|Ultra|Alt|Shift|Ctrl|Elm Street, dusk|Untitled, 20 November/g;

/** Words in Latin letters that are seen or read out, but for names and the titles of clips. */
const foreignWords = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const titles = '.clip, .clip-now strong, .job-title [dir="auto"]';
    const isTitle = (element: Element | null) => element?.closest(titles) !== null;
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement, textContent } = walk.currentNode;
      if (!isTitle(parentElement) && !parentElement?.closest('script'))
        found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (!isTitle(element))
        for (const name of ['aria-label', 'title', 'placeholder'])
          found.push(element.getAttribute(name) ?? '');
    return found;
  });
  return texts.filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll(NAMES, '')));
};

const title = (page: Page, words: string) =>
  expect(page.getByRole('heading', { name: words, exact: true })).toBeVisible();

async function expectChinese(page: Page): Promise<void> {
  expect(await foreignWords(page)).toEqual([]);
  expect(await sideways(page)).toEqual([]);
}

test('every state of the popup speaks Chinese, and axe finds nothing', async ({
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const popup = await openPopup();
  await expect(popup.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await title(popup, '为你已有的片段再拍一条');
  await expectChinese(popup);
  expect(await findings(popup)).toEqual([]);

  const page = await chromium.context.newPage();
  const places: [string, string][] = [
    [`${twin.pageUrl('elm')}?as=nobody`, '登录 Flow'],
    [`${twin.pageUrl()}?as=${ADA.email}`, '选择一个项目'],
    [twin.pageUrl('empty'), '这个项目还没有片段'],
    ['about:blank', '打开 Flow 即可开始'],
  ];
  for (const [address, words] of places) {
    await page.goto(address);
    await title(popup, words);
    await expectChinese(popup);
  }
  twin.moved = true;
  await page.goto(twin.pageUrl('elm'));
  await title(popup, '这个账号已迁移');
  await expectChinese(popup);
  twin.moved = false;

  for (const account of twin.accounts) if (account.email === ADA.email) account.balance = 25;
  await page.goto(twin.pageUrl('elm'));
  await popup.locator(`label.clip[title="${CLIPS.witch.title}"] input`).first().check();
  for (const action of ['延长', '放大', '参考图', '重拍']) {
    await popup.getByRole('radio', { name: action, exact: true }).check();
    await expectChinese(popup);
  }
  for (const move of [0, 1]) await popup.locator('.move input').nth(move).check();
  await popup.keyboard.press('Control+Enter');
  await title(popup, '需要 40 点，剩余 25 点');
  await expectChinese(popup);
  await popup.keyboard.press('Escape');
  await popup.locator('.move input').nth(1).uncheck();
  twin.mishap('submit', { refuse: { code: 404, status: 'NOT_FOUND' } });
  await popup.keyboard.press('Control+Enter');
  await title(popup, '目前无法使用“重拍”');
  await expectChinese(popup);
  await popup.getByRole('button', { name: '再次查看' }).click();
  twin.mishap('submit', {
    refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
  });
  await popup.keyboard.press('Control+Enter');
  await title(popup, 'Flow 要求进行它自己的验证');
  await expectChinese(popup);
  expect(await findings(popup)).toEqual([]);
  await chromium.context.setOffline(true);
  await title(popup, '没有网络');
  await expectChinese(popup);
});

test('the side panel and the manifest speak Chinese', async ({ openFlow, openPanel }) => {
  await openFlow();
  const panel = await openPanel();
  await title(panel, '任务');
  await expect(panel.locator('.clip').first()).toBeVisible();
  await expectChinese(panel);
  expect(await findings(panel)).toEqual([]);
  const { description, commands } = await panel.evaluate(() => chrome.runtime.getManifest());
  expect(description).toMatch(/\p{Script=Han}/u);
  expect(commands?.['open-panel']?.description).toBe('打开侧边栏');
});
