import type { Page } from '@playwright/test';
import type { Launched } from '../browsers/launch';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';

const RECENT = {
  moves: [],
  prompts: {
    extend: ['She looks up.', 'المنطاد يهبط خلف التل', '黑猫沿着屋脊慢慢走'],
    references: ['A door opens.'],
  },
};

const field = (popup: Page) => popup.getByRole('textbox', { name: 'What happens next' });
const list = (popup: Page) => popup.getByRole('dialog', { name: 'Last prompts' });
const opener = (popup: Page) => popup.getByRole('button', { name: 'Last prompts' });
const height = async (popup: Page) => (await field(popup).boundingBox())?.height ?? 0;

/** As if these prompts had been sent; before the popup is opened. */
async function remember(chromium: Launched): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate((recent) => chrome.storage.local.set({ recent }), RECENT);
}

/** As in a browser that cannot let a field grow by its style alone. */
function withoutGrowing(): void {
  CSS.supports = () => false;
  document.addEventListener('DOMContentLoaded', () => {
    document.head.append(
      Object.assign(document.createElement('style'), {
        textContent: '.area-prompt { field-sizing: fixed !important }',
      }),
    );
  });
}

async function expectGrowth(popup: Page): Promise<void> {
  for (const [lines, expected] of [
    [1, 52],
    [2, 52],
    [3, 72],
    [6, 132],
    [8, 172],
    [20, 172],
  ] as const) {
    await field(popup).fill(Array(lines).fill('One line of it').join('\n'));
    await expect.poll(() => height(popup), `${lines} lines`).toBe(expected);
  }
  await field(popup).fill('');
  await expect.poll(() => height(popup)).toBe(52);
}

/** The form with an empty field that remembers nothing of what was typed or pressed before. */
async function beginAgain(popup: Page): Promise<void> {
  const composer = new Composer(popup);
  await composer.action('References');
  await composer.action('Extend');
  await field(popup).fill('');
}

test('the field of a prompt grows, counts, gives back the last ones, and waits for an end', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await remember(chromium);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const composer = new Composer(popup);
  await composer.clip(CLIPS.witch.title);
  await composer.action('Extend');

  await test.step('the field grows with the text up to eight lines', () => expectGrowth(popup));

  await test.step('characters are counted, and the end is said before it comes', async () => {
    await field(popup).fill('She looks up.');
    await expect(popup.getByText('13', { exact: true })).toBeVisible();
    await field(popup).fill('x'.repeat(4000));
    await expect(popup.getByText('4,000 of 5,000')).toBeVisible();
    await expect(popup.getByText('1,000 characters left')).toBeAttached();
    await field(popup).fill('x'.repeat(4990));
    await expect(popup.getByText('10 characters left')).toBeAttached();
    await field(popup).fill('x'.repeat(5001));
    await composer.button(/^Extend · /).click();
    await expect(
      popup.getByText('The prompt is too long. Keep it within 5,000 characters.'),
    ).toBeVisible();
  });

  await beginAgain(popup);
  await test.step('a last prompt is taken by keys, and what was typed is not lost', async () => {
    await field(popup).fill('Half a thought');
    await opener(popup).press('Enter');
    const entries = list(popup).getByRole('button');
    await expect(entries).toHaveText(RECENT.prompts.extend);
    await expect(entries.first()).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(list(popup)).toBeHidden();
    await expect(opener(popup)).toBeFocused();
    await expect(field(popup)).toHaveValue('Half a thought');

    await popup.keyboard.press('Enter');
    await expect(entries.first()).toBeFocused();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await expect(list(popup)).toBeHidden();
    await expect(field(popup)).toHaveValue('المنطاد يهبط خلف التل');
    await expect(field(popup)).toBeFocused();
    expect(await field(popup).evaluate((area) => area.matches(':dir(rtl)'))).toBe(true);

    await popup.keyboard.press('Control+z');
    await expect(field(popup)).toHaveValue('Half a thought');
    await popup.keyboard.press('Control+Shift+z');
    await expect(field(popup)).toHaveValue('المنطاد يهبط خلف التل');
    await opener(popup).click();
    await expect(entries.first()).toHaveText('What you had typedHalf a thought');
    await entries.first().click();
    await expect(field(popup)).toHaveValue('Half a thought');
  });

  await beginAgain(popup);
  await test.step('Arrow Up in an empty prompt takes the last one, each form its own', async () => {
    await field(popup).fill('x');
    await popup.keyboard.press('ArrowUp');
    await expect(field(popup)).toHaveValue('x');
    await field(popup).fill('');
    await popup.keyboard.press('ArrowUp');
    await expect(field(popup)).toHaveValue('She looks up.');
    await composer.prompt('What happens next', 'She looks down.');
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(1);
    await opener(popup).click();
    await expect(list(popup).getByRole('button').first()).toHaveText('She looks down.');
    await popup.keyboard.press('Escape');
    await composer.action('References');
    await opener(popup).click();
    await expect(list(popup).getByRole('button')).toHaveText(RECENT.prompts.references);
    await popup.keyboard.press('Escape');
  });

  await beginAgain(popup);
  await test.step('the keys that send do nothing in the middle of a composition', async () => {
    // While the last batch is said to be sent, the keys would do nothing anyway.
    await expect(composer.button(/^Extend · /)).toBeEnabled();
    await field(popup).focus();
    const input = await chromium.context.newCDPSession(popup);
    const compose = (text: string) =>
      input.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await compose('men');
    await popup.keyboard.press('ArrowUp');
    await popup.evaluate(() => {
      const init = { key: 'Enter', ctrlKey: true, bubbles: true, isComposing: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    await compose('门');
    await input.send('Input.insertText', { text: '门开了' });
    await expect(field(popup)).toHaveValue('门开了');
    expect(twin.submits).toHaveLength(1);
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(2);
    expect(twin.submits[1]?.prompt).toBe('门开了');
  });

  await popup.addInitScript(withoutGrowing);
  await popup.reload();
  await connected(popup);
  await test.step('the field grows up to eight lines, also without the style for it', () =>
    expectGrowth(popup));
});
