import { expect, test } from './support/fixtures';

test.use({ launchWith: { language: 'zh-CN' } });

test('the manifest speaks Chinese, and every page says that it does', async ({ chromium }) => {
  for (const path of ['popup.html', 'sidepanel.html', 'options.html']) {
    const page = await chromium.openOwn(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    const { description, commands } = await page.evaluate(() => chrome.runtime.getManifest());
    expect(description).toMatch(/\p{Script=Han}/u);
    expect(commands?.['open-panel']?.description).toBe('打开侧边栏');
  }
});
