import { expect, test } from './fixtures';
import { firefoxSpeaks } from './parts';

test.use({ firefoxOptions: { language: 'zh-CN' } });

test('a Firefox in Chinese has Second Take in Chinese', async ({ firefox, flow: _ }) => {
  const has = await firefox.inBrowser(firefoxSpeaks, 'zh-CN');
  expect(has, 'This Firefox has no Chinese: install firefox-esr-l10n-zh-cn.').toBe(true);
  const popup = await firefox.openOwn('popup.html');
  await popup.says('已连接');
  await popup.says('运镜');
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
});
