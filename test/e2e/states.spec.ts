import type { Page } from '@playwright/test';
import { JOBS } from '../job/sample-jobs';
import { breakTitles } from '../states/break-titles';
import { changeRecords } from '../states/store';
import type { Twin } from '../twin/twin';
import { ADA, CLIPS } from '../twin/world';
import { choose } from './choose';
import { sideways } from './findings';
import { connected, expect, test } from './fixtures';
import { submitCalls } from './truth';

const card = (page: Page, title: string | RegExp) => page.getByRole('region', { name: title });

/** A card with its buttons in their order. */
async function expectCard(page: Page, title: string | RegExp, ...buttons: string[]) {
  await expect(card(page, title)).toBeVisible();
  await expect(card(page, title).getByRole('button')).toHaveText(buttons);
}

const setBalance = (twin: Twin, balance: number) => {
  for (const account of twin.accounts) if (account.email === ADA.email) account.balance = balance;
};

const UNUSUAL = {
  refuse: { code: 403, status: 'PERMISSION_DENIED', reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
};
const NOT_FOUND = { refuse: { code: 404, status: 'NOT_FOUND' } };

test('what stands in place of a view that cannot be there', async ({
  openPopup,
  openPanel,
  chromium,
  twin,
}) => {
  test.setTimeout(90_000);
  const popup = await openPopup();
  const none = 'No clips in this project yet';
  const page = await chromium.context.newPage();

  await test.step('first run, then no Flow, signed out, no project, no clips, moved', async () => {
    await expect(popup.getByText('Not connected yet')).toBeVisible();
    await expectCard(popup, 'Another take of the clip you have', 'Open Flow', 'Settings');
    for (const term of ['Reads', 'Keeps', 'Costs'])
      await expect(popup.getByRole('term').filter({ hasText: term })).toBeVisible();

    await page.goto(`${twin.pageUrl('elm')}?as=nobody`);
    await expectCard(popup, 'Sign in to Flow', 'Go to the Flow tab');
    await page.goto(`${twin.pageUrl()}?as=ada@example.com`);
    await expectCard(popup, 'Choose a project', 'Go to the Flow tab');
    await page.goto(twin.pageUrl('empty'));
    await expectCard(popup, none, 'Make from images…', 'Go to the Flow tab');
    await page.goto('about:blank');
    await expectCard(popup, 'Open Flow to begin', 'Open Flow', 'Jobs');
    await expect(popup.getByText('Not on Flow')).toBeVisible();
    twin.moved = true;
    await page.goto(twin.pageUrl('elm'));
    await expectCard(popup, 'This account has moved', 'Open the new Flow');
    await popup.getByText('What this means').click();
    await expect(popup.getByText(/what waited was never sent/)).toBeVisible();
  });

  await test.step('an error in one view leaves the others, and can be reloaded', async () => {
    twin.moved = false;
    await page.goto(twin.pageUrl('elm'));
    const panel = await openPanel();
    await connected(panel);
    const put = [JOBS.done];
    await panel.evaluate(changeRecords, { table: 'jobs' as const, put });
    const breaking = await panel.addInitScript(breakTitles);
    await panel.reload();
    await expect(panel.getByRole('heading', { name: 'This view met an error' })).toBeVisible();
    await expect(panel.getByRole('group', { name: 'Action' })).toBeVisible();
    // The page is loaded anew, and with it whatever still stands in its way.
    await breaking.dispose();
    await panel.getByRole('button', { name: 'Reload this view' }).click();
    const jobs = panel.getByRole('region', { name: 'Jobs' });
    await expect(jobs.getByRole('listitem')).toHaveCount(1);
    await expect(panel.getByRole('heading', { name: 'This view met an error' })).toBeHidden();
    await panel.close();
  });
});

test('a project whose list is still on its way is not called empty', async ({
  openPopup,
  chromium,
  twin,
}) => {
  const page = await chromium.context.newPage();
  await page.goto(twin.pageUrl('empty'));
  const popup = await openPopup();
  await expect(card(popup, 'No clips in this project yet')).toBeVisible();
  // The popup's own clock stands still from here on, but for what the test lets go by.
  await popup.clock.install();
  await popup.clock.pauseAt(Date.now() + 1000);
  const worker = await chromium.worker();
  await worker.evaluate(() => chrome.storage.local.set({ projects: {} }));
  await expect(popup.locator('main[aria-busy="true"]')).toBeAttached();
  await popup.clock.runFor(1000);
  await expect(popup.getByText('Reading the clips of this project…')).toBeVisible();
  await popup.clock.runFor(8000);
  await expect(card(popup, 'No clips in this project yet')).toBeVisible();
});

test('a small window, and a network that comes and goes', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  test.setTimeout(90_000);
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);

  await test.step('at 200 % the popup scrolls down only, and the button stays', async () => {
    const usual = popup.viewportSize();
    for (const size of [
      { width: 400, height: 300 },
      { width: 320, height: 256 },
    ]) {
      await popup.setViewportSize(size);
      for (const action of ['Extend', 'Reshoot', 'Upscale', 'References'] as const) {
        await choose.action(popup, action);
        expect(await sideways(popup), action).toEqual([]);
        await expect(popup.locator('.foot .btn-main')).toBeInViewport({ ratio: 1 });
      }
    }
    await popup.getByRole('button', { name: /^Jobs:/ }).click();
    await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
    await popup.keyboard.press('Escape');
    if (usual) await popup.setViewportSize(usual);
  });

  await test.step('offline: what goes on, and the composer again by itself', async () => {
    twin.holdWork();
    await choose.action(popup, 'Reshoot');
    await choose.clip(popup, CLIPS.witch.title);
    await choose.moves(popup, 'Orbit left');
    await choose.send(popup, /^Reshoot/);
    await expect(popup.getByText('1 running')).toBeVisible();
    await chromium.context.setOffline(true);
    await expectCard(popup, 'No network', 'Try now', 'Jobs');
    await expect(popup.getByText('Offline · Elm Street, dusk')).toBeVisible();
    await expect(popup.getByText(/^Last seen/)).toBeVisible();
    await expect(popup.getByText(/^1 job goes on at Flow without you/)).toBeVisible();
    await popup.getByRole('button', { name: 'Try now' }).click();
    await expect(popup.getByText('Still no network.')).toBeVisible();
    await card(popup, 'No network').getByRole('button', { name: 'Jobs' }).click();
    await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
    await popup.keyboard.press('Escape');
    await chromium.context.setOffline(false);
    await connected(popup);
    await expect(popup.getByRole('checkbox', { name: 'Orbit left' })).toBeChecked();
  });

  await test.step('a stop in the middle of typing does not take the text away', async () => {
    await choose.action(popup, 'Extend');
    const prompt = popup.getByRole('textbox', { name: 'What happens next' });
    await prompt.pressSequentially('She looks');
    await chromium.context.setOffline(true);
    await expect(popup.getByText('Offline · Elm Street, dusk')).toBeVisible();
    await prompt.pressSequentially(' up.');
    await expect(prompt).toHaveValue('She looks up.');
    await expect(card(popup, 'No network')).toBeHidden();
    await chromium.context.setOffline(false);
    await connected(popup);
  });
});

test('credits that do not reach, and answers of Flow that stop an action or all', async ({
  openFlow,
  openPopup,
  openPanel,
  chromium,
  twin,
  pace,
}) => {
  test.setTimeout(120_000);
  await pace(1, 8);
  const finish = twin.holdWork();
  setBalance(twin, 35);
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  await choose.clip(popup, CLIPS.witch.title);

  await test.step('not enough credits: nothing is sent, and what the balance allows is offered', async () => {
    await choose.moves(popup, 'Orbit left', 'Orbit right', 'Low');
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
    await expect(popup.getByRole('button', { name: 'Reshoot 3 moves · 60 credits' })).toBeFocused();
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
    await popup.getByRole('button', { name: /^Reshoot 1 move/ }).click();
    await expectCard(popup, '20 credits needed, 5 left', 'Back');
    setBalance(twin, 500);
    await popup.reload();
    await expect(popup.getByText('500 credits', { exact: true })).toBeVisible();
    await choose.send(popup, /^Reshoot 1 move/);
  });

  await test.step('an action that Flow no longer knows: the others work, and it can be tried again', async () => {
    // The two before still run: nothing of this action is made meanwhile.
    await expect(popup.getByText('2 running')).toBeVisible();
    await choose.noMoves(popup, 'Orbit right');
    await choose.moves(popup, 'Orbit left');
    const title = 'Reshoot is not offered at the moment';
    twin.mishap('submit', NOT_FOUND);
    await popup.getByRole('button', { name: /^Reshoot 1 move/ }).click();
    await expectCard(popup, title, 'Check again', 'Self-check');
    const opened = chromium.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Self-check' }).click();
    await expect(await opened).toHaveURL(/options\.html#check$/);

    await choose.action(popup, 'Upscale');
    await expect(card(popup, title)).toBeHidden();
    await choose.send(popup, /^Upscale/);
    await choose.action(popup, 'Reshoot');
    twin.mishap('submit', NOT_FOUND);
    await popup.getByRole('button', { name: 'Check again' }).click();
    await popup.getByRole('button', { name: /^Reshoot 1 move/ }).click();
    await expect(card(popup, title)).toBeVisible();
    await popup.getByRole('button', { name: 'Check again' }).click();
    await choose.send(popup, /^Reshoot 1 move/);
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
    await popup.getByRole('button', { name: /^Reshoot 1 move/ }).click();
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

test.describe('on a low screen', () => {
  test.use({ launchWith: { screen: '800x600', showsScrollBars: true } });

  test('the popup is lower, never wider, and its button is in reach', async ({
    openFlow,
    chromium,
  }) => {
    const other = await chromium.openOwn('options.html');
    const page = await openFlow();
    await page.bringToFront();
    const worker = await chromium.worker();
    await worker.evaluate(() => chrome.action.openPopup());
    const read = () =>
      other.evaluate(() => {
        const [popup] = chrome.extension.getViews({ type: 'popup' }) as unknown as Window[];
        const button = popup?.document.querySelector('.foot .btn-main');
        return {
          width: popup?.innerWidth,
          inside: popup?.document.documentElement.clientWidth,
          isLower: (popup?.innerHeight ?? 600) < 600,
          isInReach: (button?.getBoundingClientRect().bottom ?? 999) <= (popup?.innerHeight ?? 0),
        };
      });
    await expect.poll(read).toEqual({ width: 400, inside: 400, isLower: true, isInReach: true });
  });
});
