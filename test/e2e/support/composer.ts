import { expect, type Locator, type Page } from '@playwright/test';
import type { Field } from '@/lib/text/problem-text';
import { readRecords } from '../../states/store';

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a user does in the composer of a popup or a side panel, by role and name. */
export class Composer {
  readonly #view: Page;

  constructor(view: Page) {
    this.#view = view;
  }

  /** Chooses the clip of that very title: neither a result that was made of it nor its 1080p copy. */
  clip(title: string): Promise<void> {
    const name = new RegExp(`^${literally(title)}, (landscape|portrait)`);
    return this.#view.getByRole('group', { name: 'Clip' }).getByRole('radio', { name }).check();
  }

  action(name: 'Extend' | 'Reshoot' | 'Upscale' | 'References'): Promise<void> {
    return this.#view.getByRole('group', { name: 'Action' }).getByRole('radio', { name }).check();
  }

  async moves(...names: string[]): Promise<void> {
    for (const name of names) await this.#view.getByRole('checkbox', { name, exact: true }).check();
  }

  async noMoves(...names: string[]): Promise<void> {
    for (const name of names)
      await this.#view.getByRole('checkbox', { name, exact: true }).uncheck();
  }

  async images(...names: string[]): Promise<void> {
    await this.#view.getByRole('button', { name: 'Add image…' }).click();
    for (const name of names) await this.#view.getByRole('checkbox', { name }).check();
    await this.#view.getByRole('button', { name: 'Done', exact: true }).click();
  }

  /** By typing; anything but a window of 24 frames needs the switch. */
  async range(start: number, end: number): Promise<void> {
    if (end - start !== 23) await this.#view.getByRole('switch', { name: 'Free length' }).check();
    const frame = (name: string) => this.#view.getByRole('textbox', { name });
    await frame('Start frame number').fill(String(start));
    await frame('End frame number').fill(String(end));
  }

  prompt(label: 'What happens next' | 'What happens', text: string): Promise<void> {
    return this.#view.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  /** The button that spends, by what it says: the batch and its price. */
  button(name: string | RegExp): Locator {
    return this.#view.getByRole('button', { name });
  }

  /** What is wrong at a field, as it is said there. */
  problem(field: Field, sentence: string): Locator {
    const position = this.#view.locator(`[data-field="${field}"]`);
    return position.getByRole('alert').filter({ hasText: sentence });
  }

  /** Presses the button that spends; over once its jobs are stored. */
  async press(name: string | RegExp): Promise<void> {
    // The length of a clip is read from its file: until then a press says so, and sends nothing.
    if (await this.#view.getByRole('radio', { name: 'Extend', checked: true }).isVisible())
      await expect(this.#view.getByRole('slider', { name: 'Start frame' })).toBeVisible();
    const before = await this.#jobsStored();
    await this.button(name).click();
    await expect.poll(() => this.#jobsStored()).toBeGreaterThan(before);
  }

  /** The same; over once it is ready for the next batch. */
  async send(name: string | RegExp): Promise<void> {
    await this.press(name);
    await expect(this.button(/^(Sending|Sent)\b/)).toHaveCount(0);
  }

  async #jobsStored(): Promise<number> {
    return (await this.#view.evaluate(readRecords, 'jobs' as const)).length;
  }
}
