import { CLIPS, IMAGES } from '../twin/world';
import { choose } from './choose';
import { findings } from './findings';
import { connected, expect, test } from './fixtures';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ launchWith: { colorScheme } });

    test('axe finds nothing in any form, in the jobs, in a card and in the settings', async ({
      openFlow,
      openPopup,
      chromium,
      pace,
    }) => {
      await pace(1, 8);
      const page = await openFlow();
      const popup = await openPopup();
      await connected(popup);
      await choose.clip(popup, CLIPS.witch.title);
      await choose.moves(popup, 'Orbit left');
      expect(await findings(popup)).toEqual([]);

      await choose.action(popup, 'Extend');
      await expect(popup.getByRole('slider', { name: 'Start frame' })).toBeVisible();
      await popup.getByRole('button', { name: /^Extend · / }).click();
      expect(await findings(popup)).toEqual([]);

      await choose.action(popup, 'References');
      await choose.images(popup, IMAGES.coat.title);
      expect(await findings(popup)).toEqual([]);

      await choose.action(popup, 'Upscale');
      await choose.send(popup, /^Upscale/);
      expect(await findings(popup)).toEqual([]);

      await choose.jobs(popup);
      await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
      expect(await findings(popup)).toEqual([]);
      await popup.keyboard.press('Escape');

      await page.close();
      await expect(popup.getByRole('heading', { name: 'Open Flow to begin' })).toBeVisible();
      expect(await findings(popup)).toEqual([]);
      expect(await findings(await chromium.openOwn('options.html'))).toEqual([]);
    });
  });
