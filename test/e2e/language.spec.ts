import { formsOf, LANGUAGES, messagesOf } from '../house/languages';
import { expect, test } from './support/fixtures';

for (const language of LANGUAGES.filter(({ tag }) => tag !== 'en'))
  test.describe(() => {
    test.use({ launchWith: { language: language.tag } });

    test(`manifest and pages speak ${language.tag} to a browser that does`, async ({
      chromium,
    }) => {
      const messages = await messagesOf(language);
      const words = (key: string) => {
        const message = messages.get(key);
        return message === undefined ? [] : formsOf(message);
      };
      for (const path of ['popup.html', 'sidepanel.html', 'options.html']) {
        const page = await chromium.openOwn(path);
        await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
        const { description, commands } = await page.evaluate(() => chrome.runtime.getManifest());
        expect([description]).toEqual(words('description'));
        expect([commands?.['open-panel']?.description]).toEqual(words('panel.command'));
      }
    });
  });
