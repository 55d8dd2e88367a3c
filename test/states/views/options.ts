import type { Page } from '@playwright/test';
import type { Stage } from '../stage';
import type { View } from '../view';

/** The settings at one of their sections. */
export const at =
  (section: string) =>
  async (stage: Stage): Promise<Page> => {
    const page = await stage.open('options', `#${section}`);
    await page.locator(`#${section}`).waitFor();
    return page;
  };

/** Another section of the settings that are open. */
const on =
  (section: string) =>
  async ({ page }: Stage): Promise<Page> => {
    await page.locator(`#${section}`).evaluate((box) => box.scrollIntoView());
    return page;
  };

async function checked(stage: Stage): Promise<Page> {
  const page = await at('check')(stage);
  await page.locator('#section-check li').first().waitFor();
  return page;
}

export const options: View = {
  name: 'options',
  states: {
    'check-failed': checked,
    general: async (stage) => {
      await stage.flow();
      return at('general')(stage);
    },
    limits: async (stage) => {
      await stage.local({
        settings: { gapSeconds: 10, atOnce: 4, batchLimit: 100, dayLimit: 500 },
      });
      return at('limits')(stage);
    },
    pace: on('pace'),
    names: on('names'),
    privacy: on('privacy'),
    keys: on('keys'),
    'delete-question': async ({ page }) => {
      await page.locator('#section-privacy [aria-expanded]').click();
      await page.locator('.ask-box').waitFor();
      return page;
    },
    check: checked,
    problem: async (stage) => {
      const page = await on('limits')(stage);
      const field = page.locator('#section-limits input[type="text"], #section-limits .field');
      await field.first().fill('many');
      await field.first().blur();
      await page.locator('.problem').first().waitFor();
      return page;
    },
    'nothing-found': async ({ page }) => {
      await page.locator('.find input').fill('zzz');
      return page;
    },
    narrow: async (stage) => {
      const page = await stage.open('options', '', { width: 420, height: 800 });
      await page.locator('#section-ledger').waitFor();
      return page;
    },
  },
};
