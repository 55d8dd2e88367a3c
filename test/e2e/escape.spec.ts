import { expect, test } from './support/fixtures';
import { jobMenu } from './support/job-list';
import { expectState, reshoot } from './support/truth';

test('Esc closes a menu first and then leaves the list, wherever the focus is', async ({
  popup,
  twin,
}) => {
  const finish = twin.holdWork();
  await reshoot(popup, 'High');
  await expectState(popup, 'High', /^Running/);
  const menu = await jobMenu(popup, /Reshoot/);
  const entries = menu.getByRole('menuitem');
  await expect(entries.first()).toBeFocused();
  const before = await entries.allTextContents();

  // What has the focus, or is under the pointer, stays what it was read as.
  finish();
  await expectState(popup, 'High', /^Done/);
  await expect(entries).toHaveText(before);
  await expect(entries.first()).toBeFocused();
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
