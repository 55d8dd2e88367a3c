import { expect, type Page } from '@playwright/test';

/** A user has Flow itself make a clip, on either site; over once that is done. */
export async function generate(page: Page): Promise<void> {
  // A page behind another makes a frame a second, and each press waits for two.
  await page.bringToFront();
  await page.locator('#generate').click();
  await expect(page.locator('#progress')).toContainText('Done', { timeout: 30_000 });
}
