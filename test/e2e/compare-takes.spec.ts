import type { Page } from '@playwright/test';
import { CLIPS } from '../twin/world';
import { again, compare, done, expectFrames, picture, sendReshoots } from './support/comparison';
import { expect, test } from './support/fixtures';
import { extend } from './support/range-pictures';

const takes = (popup: Page) => popup.getByRole('group', { name: 'Takes of this batch' });

test('the takes of a batch, and an extension, are compared with their source', async ({
  popup,
  composer,
  pace,
}) => {
  await pace(1, 8);
  // Nothing can be extended before the length of the clip is known.
  await extend(popup);
  await composer.prompt('What happens next', 'She lands');
  await composer.send('Extend · 10 credits');
  await sendReshoots(popup, 'Orbit left', 'Dolly in', 'High');
  await done(popup, 4);

  await test.step('takes are kept, discarded and taken back, and any two are compared', async () => {
    await compare(popup, /Reshoot.*Orbit left/);
    await expect(popup.getByRole('heading', { level: 2 })).toHaveText(
      `“${CLIPS.witch.title}”, Orbit left`,
    );
    const pressed = (name: string) =>
      expect(takes(popup).getByRole('button', { name, pressed: true })).toBeVisible();
    await pressed('Orbit left');
    const order = await takes(popup).getByRole('button').allTextContents();
    expect(order.map((name) => name.trim()).toSorted()).toEqual(['Dolly in', 'High', 'Orbit left']);

    await popup.keyboard.press('k');
    await expect(takes(popup).getByRole('button', { name: 'Orbit left kept' })).toBeVisible();
    await expect(
      takes(popup).getByRole('button', { name: 'Orbit left', pressed: true }),
    ).toBeHidden();
    const second = (await takes(popup).getByRole('button', { pressed: true }).textContent()) ?? '';
    await popup.keyboard.press('x');
    await expect(takes(popup).getByRole('button')).toHaveCount(2);
    await expect(popup.getByText(`Discarded: ${second.trim()}.`).first()).toBeVisible();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await pressed(second.trim());
    await expect(popup.getByText(/^[23] of 3$/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Keep K' })).toBeFocused();

    await popup.getByRole('combobox', { name: 'Compare with' }).selectOption('Orbit left');
    await expect(picture(popup, 'Orbit left, frame 0')).toBeVisible();
    await expect(popup.getByRole('slider', { name: 'Wipe' })).toHaveAttribute(
      'aria-valuetext',
      `50 % Orbit left, 50 % ${second.trim()}`,
    );
    await takes(popup)
      .getByRole('button', { name: 'High' })
      .click({ modifiers: ['Shift'] });
    await popup.keyboard.press('Escape');
    await expect(
      popup.getByRole('button', { name: /^More for Reshoot.*Orbit left/ }),
    ).toBeFocused();

    const ofSheet = popup.getByRole('button', { name: /^Compare (Orbit left|Dolly in|High)$/ });
    await ofSheet.click();
    await expect(takes(popup)).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(ofSheet).toBeFocused();

    await compare(popup, /Reshoot.*Orbit left/);
    await expect(popup.getByRole('button', { name: 'Keep K', pressed: true })).toBeVisible();
    await popup.getByRole('button', { name: 'Keep K' }).click();
    await expect(popup.getByRole('button', { name: 'Keep K', pressed: false })).toBeVisible();
    await expect(popup.getByText('20 credits, as the button said')).toBeVisible();
    await expect(popup.getByText(/^0:\d\d · seed \d+ · 1280 × 720$/)).toBeVisible();
  });

  await test.step('an extension is laid against its source where the user says', async () => {
    await again(popup);
    await compare(popup, /Extend/);
    await expectFrames(popup, 0, 0);
    await expect(popup.getByText('It is not known at which frame')).toBeVisible();

    const align = popup.getByRole('combobox', { name: 'Line up with' });
    const position = popup.getByRole('slider', { name: 'Position' });
    await align.selectOption({ label: 'source from frame 168, start of range' });
    await expectFrames(popup, 168, 0);
    await position.fill('23');
    await expectFrames(popup, 191, 23);
    await expect(popup.getByText('last frame')).toBeHidden();
    await position.fill('24');
    await expectFrames(popup, 191, 24);
    await expect(popup.getByText('Source · last frame')).toBeVisible();
    await align.selectOption({ label: 'both from their starts' });
    await expectFrames(popup, 24, 24);
  });
});
