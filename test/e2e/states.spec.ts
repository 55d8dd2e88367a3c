import { JOBS } from '../samples/jobs';
import { breakTitles } from '../states/break-titles';
import { changeRecords } from '../states/store';
import { RETIRED } from '../twin/retired';
import { CLIPS } from '../twin/world';
import { card, expectCard } from './support/cards';
import { sideways } from './support/findings';
import { connected, expect, test } from './support/fixtures';

test('a card says what helps in place of a view that cannot be there', async ({
  openPopup,
  openPanel,
  chromium,
  twin,
}) => {
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
    const release = twin.answerWith('trpc', RETIRED, Number.POSITIVE_INFINITY);
    await page.goto(twin.pageUrl('elm'));
    await expectCard(popup, 'This account has moved', 'Go on there');
    release();
    await popup.getByText('What this means').click();
    await expect(popup.getByText(/what waited was never sent/)).toBeVisible();
  });

  await test.step('an error in one view leaves the others, and can be reloaded', async () => {
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

test('the popup is used in a small window, and through a network that comes and goes', async ({
  popup,
  composer,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);

  await test.step('at 200 % the popup scrolls down only, and the button stays', async () => {
    const usual = popup.viewportSize();
    for (const size of [
      { width: 400, height: 300 },
      { width: 320, height: 256 },
    ]) {
      await popup.setViewportSize(size);
      for (const action of ['Extend', 'Reshoot', 'Upscale', 'References'] as const) {
        await composer.action(action);
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
    await composer.action('Reshoot');
    await composer.clip(CLIPS.witch.title);
    await composer.moves('Orbit left');
    await composer.send(/^Reshoot/);
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
    await composer.action('Extend');
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
