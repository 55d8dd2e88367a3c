import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Presses all that are there, in one step: a button that is counted first may have another name by the
 * time it is pressed, and would be waited for.
 *
 * @returns how many there were
 */
const pressAll = (buttons: Locator): Promise<number> =>
  buttons.evaluateAll((all: HTMLElement[]) => {
    for (const button of all) button.click();
    return all.length;
  });

/** Goes from the composer to the list of jobs. */
export async function openJobs(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: /^Jobs:|^No jobs/ }).click();
  await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
}

/** Gives each job a row, also those of a batch. */
export async function showEveryJob(popup: Page): Promise<void> {
  await expect(popup.getByRole('listitem').first()).toBeVisible();
  const folded = popup.getByRole('button', { name: /^Unfold this batch/ });
  const hidden = popup.getByRole('button', { name: /^Show each job/ });
  await expect.poll(() => pressAll(folded)).toBe(0);
  await expect.poll(() => pressAll(hidden)).toBe(0);
}

/** Opens the menu of a job, by the job's name. */
export async function jobMenu(popup: Page, job: RegExp): Promise<Locator> {
  const name = new RegExp(`^More for ${job.source}`);
  await popup.getByRole('button', { name }).click();
  return popup.getByRole('menu', { name });
}

/** Chooses from the menu of a job. */
export async function chooseForJob(popup: Page, job: RegExp, action: string): Promise<void> {
  const menu = await jobMenu(popup, job);
  await menu.getByRole('menuitem', { name: action }).click();
}
