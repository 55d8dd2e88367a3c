import type { Twin } from '../twin/twin';
import { ADA, CLIPS } from '../twin/world';
import { card, expectCard } from './support/cards';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { submitCalls } from './support/truth';

const setBalance = (twin: Twin, balance: number) => {
  for (const account of twin.accounts) if (account.email === ADA.email) account.balance = balance;
};

const UNUSUAL = {
  refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
};
const NOT_FOUND = { refuse: { code: 404, status: 'NOT_FOUND' } };

test('the popup says what helps where credits do not reach and where Flow stops an action or all', async ({
  openFlow,
  openPopup,
  openPanel,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const finish = twin.holdWork();
  setBalance(twin, 35);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const composer = new Composer(popup);
  await composer.clip(CLIPS.witch.title);

  await test.step('not enough credits: nothing is sent, and what the balance allows is offered', async () => {
    await composer.moves('Orbit left', 'Orbit right', 'Low');
    const press = () => popup.keyboard.press('Control+Enter');
    await press();
    const title = '60 credits needed, 35 left';
    await expectCard(popup, title, 'Reshoot 1 move · 20 credits', 'Back');
    await expect(
      popup.getByText(/^One move costs 20\. Upscaling to 1080p is free\./),
    ).toBeVisible();
    await expect(popup.getByText('Within the balance: Orbit right.')).toBeVisible();
    await press();
    await popup.keyboard.press('Escape');
    await expect(composer.button('Reshoot 3 moves · 60 credits')).toBeFocused();
    expect(submitCalls(twin)).toEqual([]);
    await press();
    await card(popup, title)
      .getByRole('button', { name: /^Reshoot 1 move/ })
      .click();
    await expect
      .poll(() => twin.submits.map(({ move }) => move))
      .toEqual(['RESHOOT_MOTION_TYPE_LEFT_TO_RIGHT']);
    await expect(popup.getByText('1 running')).toBeVisible();

    setBalance(twin, 5);
    await popup.reload();
    await expect(popup.getByText('5 credits', { exact: true })).toBeVisible();
    await composer.button(/^Reshoot 1 move/).click();
    await expectCard(popup, '20 credits needed, 5 left', 'Back');
    setBalance(twin, 500);
    await popup.reload();
    await expect(popup.getByText('500 credits', { exact: true })).toBeVisible();
    await composer.send(/^Reshoot 1 move/);
  });

  await test.step('an action that Flow no longer knows: the others work, and it can be tried again', async () => {
    // The two before still run: nothing of this action is made meanwhile.
    await expect(popup.getByText('2 running')).toBeVisible();
    await composer.noMoves('Orbit right');
    await composer.moves('Orbit left');
    const title = 'Reshoot is not offered at the moment';
    twin.mishap('submit', NOT_FOUND);
    await composer.button(/^Reshoot 1 move/).click();
    await expectCard(popup, title, 'Check again', 'Self-check');
    const opened = chromium.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Self-check' }).click();
    await expect(await opened).toHaveURL(/options\.html#check$/);

    await composer.action('Upscale');
    await expect(card(popup, title)).toBeHidden();
    await composer.send(/^Upscale/);
    await composer.action('Reshoot');
    twin.mishap('submit', NOT_FOUND);
    await popup.getByRole('button', { name: 'Check again' }).click();
    await composer.button(/^Reshoot 1 move/).click();
    await expect(card(popup, title)).toBeVisible();
    await popup.getByRole('button', { name: 'Check again' }).click();
    await composer.send(/^Reshoot 1 move/);
    finish();
    await expect(popup.getByRole('button', { name: /4 done/ })).toBeVisible({ timeout: 30_000 });
    await popup.reload();
    await connected(popup);
    await expect(card(popup, title)).toBeHidden();
  });

  await test.step('verification: a card with the time left, once; then a note under the composer', async () => {
    const before = submitCalls(twin).length;
    const panel = await openPanel();
    await connected(panel);
    twin.mishap('submit', UNUSUAL);
    await composer.button(/^Reshoot 1 move/).click();
    const title = 'Flow asks for its own verification';
    await expect(popup.getByRole('timer')).toHaveText(/^1[45]:\d\d until you can resume$/);
    const back = 'Back to the composer';
    await expectCard(popup, title, 'Go to the Flow tab', 'Resume', back);
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeDisabled();
    await expect(popup.getByText(/^Use Flow by hand.* 1 job waits here/)).toBeVisible();
    await expect(card(panel, title)).toBeVisible();
    await popup.getByRole('button', { name: back }).click();
    await expect(popup.getByRole('region', { name: 'Sending is paused' })).toBeVisible();
    await expect(popup.getByRole('checkbox', { name: 'Orbit left' })).toBeChecked();
    await expect(card(panel, title)).toBeHidden();
    await popup.reload();
    await expect(popup.getByRole('region', { name: 'Sending is paused' })).toBeVisible();
    await expect(card(popup, title)).toBeHidden();
    expect(submitCalls(twin)).toHaveLength(before + 1);
  });
});
