import { expect, type Page } from '@playwright/test';
import { shownFrames } from './bar-codes';
import { Composer } from './composer';
import { chooseForJob, openJobs, showEveryJob } from './job-list';

/** One of the two pictures, by what it says. */
export const picture = (popup: Page, name: string | RegExp) => popup.getByRole('img', { name });
/** Both videos: what was made on the right, what it is compared with on the left. */
export const both = (popup: Page) =>
  popup.getByRole('img', { name: /, frame \d+$/ }).locator('video');

/** Opens the comparison of a job from its menu. */
export async function compare(popup: Page, job: RegExp): Promise<void> {
  await showEveryJob(popup);
  await chooseForJob(popup, job, 'Compare with source');
}

/** Asks for such reshoots of the chosen clip, once the button names their price. */
export async function sendReshoots(popup: Page, ...moves: string[]): Promise<void> {
  const composer = new Composer(popup);
  await composer.action('Reshoot');
  await composer.moves(...moves);
  await composer.send(
    new RegExp(`^Reshoot ${moves.length} moves? · ${20 * moves.length} credits$`),
  );
}

/** The list of jobs, once so many are done. */
export async function done(popup: Page, jobs: number): Promise<void> {
  await openJobs(popup);
  await expect(popup.getByRole('listitem').first()).toBeVisible();
  await showEveryJob(popup);
  await expect(popup.getByText(/^Done in/)).toHaveCount(jobs, { timeout: 30_000 });
}

/** Waits until both sides show these frames, as their own bar codes say. */
export async function expectFrames(popup: Page, source: number, result: number): Promise<void> {
  await expect(picture(popup, `Source, frame ${source}`)).toBeVisible();
  await expect.poll(() => shownFrames(both(popup))).toEqual([source, result]);
}

/** The list of jobs as it is in a popup that was opened just now. */
export async function again(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.reload();
  await openJobs(popup);
  await expect(popup.getByRole('listitem').first()).toBeVisible();
}
