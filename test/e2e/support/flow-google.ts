import { expect, type Page } from '@playwright/test';
import type { Launched } from '../../browsers/launch';
import type { Rpc } from '../../twin/exchange';
import type { Call, Twin } from '../../twin/twin';

/** Opens a page of flow.google.com and waits until it has shown what is in its project. */
export async function openFlowGoogle(
  { context }: Launched,
  twin: Twin,
  { project = 'elm', place = '' }: { readonly project?: string; readonly place?: string } = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(twin.flowGoogle.pageUrl(project, place));
  await expect(page.locator('.tile, .editor').first()).toBeAttached();
  return page;
}

/** A user presses one of Flow's own buttons; over once Flow has taken it. Its work has to be held. */
export async function pressInFlow(page: Page, button: string): Promise<void> {
  await page.bringToFront();
  await page.locator(`#${button}`).click();
  await expect(page.locator('#progress')).toHaveText('Generating…');
}

/** Calls to flow.google.com that none of these tabs' pages has made by itself: the extension's. */
export async function ownRpcs(twin: Twin, ...pages: Page[]): Promise<(Rpc & { call: Call })[]> {
  const asked = await Promise.all(pages.map((page) => page.evaluate(() => sessionStorage.asked)));
  const numbers = new Set(asked.flatMap((text = '') => text.trim().split(' ')));
  return twin.flowGoogle.rpcs().filter(({ call }) => !numbers.has(call.query._reqid ?? ''));
}
