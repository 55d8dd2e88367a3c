import { expect, type Locator, type Page } from '@playwright/test';
import { readRecords } from '../../states/store';

const jobsStored = async (popup: Page): Promise<number> =>
  (await popup.evaluate(readRecords, 'jobs' as const)).length;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

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

/** What a person does in the popup, by role and name. */
export const choose = {
  /** The clip of that very title: neither a result that was made of it nor its 1080p copy. */
  clip: (popup: Page, title: string) =>
    popup
      .getByRole('group', { name: 'Clip' })
      .getByRole('radio', { name: new RegExp(`^${literally(title)}, (landscape|portrait)`) })
      .check(),

  action: (popup: Page, name: 'Extend' | 'Reshoot' | 'Upscale' | 'References') =>
    popup.getByRole('group', { name: 'Action' }).getByRole('radio', { name }).check(),

  async moves(popup: Page, ...names: string[]) {
    for (const name of names) await popup.getByRole('checkbox', { name, exact: true }).check();
  },

  async noMoves(popup: Page, ...names: string[]) {
    for (const name of names) await popup.getByRole('checkbox', { name, exact: true }).uncheck();
  },

  async images(popup: Page, ...names: string[]) {
    await popup.getByRole('button', { name: 'Add image…' }).click();
    for (const name of names) await popup.getByRole('checkbox', { name }).check();
    await popup.getByRole('button', { name: 'Done', exact: true }).click();
  },

  /** By typing; anything but a window of 24 frames needs the switch. */
  async range(popup: Page, start: number, end: number) {
    if (end - start !== 23) await popup.getByRole('switch', { name: 'Free length' }).check();
    await popup.getByRole('textbox', { name: 'Start frame number' }).fill(String(start));
    await popup.getByRole('textbox', { name: 'End frame number' }).fill(String(end));
  },

  prompt: (popup: Page, label: 'What happens next' | 'What happens', text: string) =>
    popup.getByRole('textbox', { name: label, exact: true }).fill(text),

  /** Presses the button that spends; over once its jobs are stored. */
  async press(popup: Page, name: string | RegExp) {
    // The length of a clip is read from its file: until then a press says so, and sends nothing.
    if (await popup.getByRole('radio', { name: 'Extend', checked: true }).isVisible())
      await expect(popup.getByRole('slider', { name: 'Start frame' })).toBeVisible();
    const before = await jobsStored(popup);
    await popup.getByRole('button', { name }).click();
    await expect.poll(() => jobsStored(popup)).toBeGreaterThan(before);
  },

  /** The same; over once it is ready for the next wish. */
  async send(popup: Page, name: string | RegExp) {
    await choose.press(popup, name);
    await expect(popup.getByRole('button', { name: /^(Sending|Sent)\b/ })).toHaveCount(0);
  },

  async jobs(popup: Page) {
    await popup.getByRole('button', { name: /^Jobs:|^No jobs/ }).click();
    await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  },

  /** A row for each job, also for those of a batch. */
  async everyJob(popup: Page) {
    await expect(popup.getByRole('listitem').first()).toBeVisible();
    const folded = popup.getByRole('button', { name: /^Unfold this batch/ });
    const hidden = popup.getByRole('button', { name: /^Show each job/ });
    await expect.poll(() => pressAll(folded)).toBe(0);
    await expect.poll(() => pressAll(hidden)).toBe(0);
  },

  /** Opens the menu of a job, by the job's name. */
  async jobMenu(popup: Page, job: RegExp) {
    const name = new RegExp(`^More for ${job.source}`);
    await popup.getByRole('button', { name }).click();
    return popup.getByRole('menu', { name });
  },

  /** Chooses from the menu of a job. */
  async jobAction(popup: Page, job: RegExp, action: string) {
    const menu = await choose.jobMenu(popup, job);
    await menu.getByRole('menuitem', { name: action }).click();
  },
};
