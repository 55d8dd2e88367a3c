import { expect, type Page } from '@playwright/test';

/** Waits until what was chosen on the settings page is stored. */
export const setting = (options: Page, wanted: Readonly<Record<string, unknown>>): Promise<void> =>
  expect
    .poll(() => options.evaluate(() => chrome.storage.local.get('settings')))
    .toMatchObject({ settings: wanted });
