import { expect, type Page } from '@playwright/test';
import type { Call, Twin } from '../../twin/twin';

/** A user has Flow itself extend the first clip of its page; over once that is done. */
export async function generate(page: Page): Promise<void> {
  // A page behind another makes a frame a second, and each press waits for two.
  await page.bringToFront();
  await page.locator('#generate').click();
  await expect(page.locator('#progress')).toContainText('Done', { timeout: 30_000 });
}

/** Calls to Flow's API, the page's own and the extension's. */
export const apiCalls = (twin: Twin): Call[] =>
  twin.calls.filter(({ host, method }) => host.startsWith('aisandbox') && method !== 'OPTIONS');
