import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What stands in place of a view, or above it: what is the matter, and what helps. */
export const card = (page: Page, title: string | RegExp) =>
  page.getByRole('region', { name: title });

/** A card with its buttons in their order. */
export async function expectCard(page: Page, title: string | RegExp, ...buttons: string[]) {
  await expect(card(page, title)).toBeVisible();
  await expect(card(page, title).getByRole('button')).toHaveText(buttons);
}
