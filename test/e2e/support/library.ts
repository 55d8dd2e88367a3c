import { expect, type Locator, type Page } from '@playwright/test';

export const tiles = (page: Page): Locator => page.getByRole('gridcell');

/** The tile of the clip or image whose title begins so. */
export const tile = (page: Page, title: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^${title}`) });

/** Chooses one more. */
export const choose = (page: Page, title: string): Promise<void> =>
  tile(page, title).click({ modifiers: ['ControlOrMeta'] });

export const filter = (page: Page, name: string): Locator =>
  page.getByRole('combobox', { name, exact: true });

/** The library, opened from the header of the popup. */
export async function openLibrary(popup: Page): Promise<Page> {
  const [page] = await Promise.all([
    popup.context().waitForEvent('page'),
    popup.getByRole('button', { name: 'Library' }).click(),
  ]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(tiles(page).first()).toBeVisible();
  return page;
}
