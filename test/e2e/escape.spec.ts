import { choose } from './choose';
import { expect, test } from './fixtures';
import { reshoot } from './truth';

test('Esc closes a menu first and then leaves the list, wherever the focus is', async ({
  openFlow,
  openPopup,
}) => {
  await openFlow();
  const popup = await openPopup();
  await reshoot(popup, 'High');
  const menu = await choose.jobMenu(popup, /Reshoot/);
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await popup.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );
  await popup.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeHidden();
  await expect(popup.getByRole('group', { name: 'Clip' })).toBeVisible();
});
