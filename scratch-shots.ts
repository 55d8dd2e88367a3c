import { launch } from './test/browser/launch';
import { startTwin } from './test/twin/twin';

const out = '/tmp/shots-settings';
const looks = process.argv.slice(2).map((each) => each.split('/')) as [
  'en' | 'zh-CN',
  'light' | 'dark',
][];
for (const [language, colorScheme] of looks) {
  const twin = await startTwin({});
  const chromium = await launch({ twin, language, colorScheme });
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await page.goto(twin.pageUrl('elm'));
  const options = await chromium.openOwn('options.html');
  await options.setViewportSize({ width: 1120, height: 900 });
  await options.waitForTimeout(800);
  await options.screenshot({ path: `${out}/${language}-${colorScheme}-top.png` });
  await options.evaluate(() => document.getElementById('check')?.scrollIntoView());
  await options.waitForTimeout(2500);
  await options.screenshot({ path: `${out}/${language}-${colorScheme}-full.png`, fullPage: true });
  await options.locator('#template').fill('{project}/{clip} - {nope}');
  await options
    .getByRole('button')
    .filter({ hasText: /Delete job|删除任务/ })
    .click();
  await options.setViewportSize({ width: 400, height: 800 });
  await options.waitForTimeout(300);
  await options.screenshot({
    path: `${out}/${language}-${colorScheme}-narrow.png`,
    fullPage: true,
  });
  await chromium.close();
  await twin.stop();
}
