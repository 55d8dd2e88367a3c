import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { stopWorker } from './support/stop-worker';

interface Tab {
  readonly tier?: string;
  readonly balance?: number;
  readonly signedIn: boolean;
}

test('what a page says of its session arrives, and a refused token is no sign-out', async ({
  chromium,
  openPopup,
  twin,
  pace,
}) => {
  const { context } = chromium;
  const page = await context.newPage();

  await test.step('the first answer of a page about plan and balance is never lost', async () => {
    const worker = await chromium.worker();
    const tabs = async (): Promise<Tab[]> =>
      worker.evaluate(async () =>
        Object.values((await chrome.storage.session.get('tabs')).tabs ?? {}),
      );
    // Measured before: lost in three of six loads. No view is open, so nobody else asks.
    for (let load = 0; load < 6; load += 1) {
      await page.goto('about:blank');
      await expect.poll(tabs).toEqual([]);
      await page.goto(twin.pageUrl('elm'));
      await expect
        .poll(tabs)
        .toEqual([expect.objectContaining({ signedIn: true, tier: 'ultra', balance: 1540 })]);
    }
  });

  await expect(page.locator('video[data-key]').first()).toBeAttached();
  const popup = await openPopup();
  await connected(popup);
  const composer = new Composer(popup);

  await test.step('what a page says while the worker is stopped arrives once it runs', async () => {
    await stopWorker(context, popup);
    const [ada] = twin.accounts;
    if (ada) ada.balance = 777;
    // The page reads its balance again.
    await page.evaluate(() => history.replaceState(null, '', `${location.pathname}?again`));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await expect(popup.getByText('777 credits')).toBeVisible();
  });

  await test.step('one refused token is tried again by itself, and is no sign-out', async () => {
    await pace(1, 8);
    await connected(popup);
    expect(twin.submits).toEqual([]);
    // The session URL goes on giving the same token.
    twin.mishap('submit', { refuse: { code: 401, status: 'UNAUTHENTICATED' } });
    await composer.clip(CLIPS.witch.title);
    await composer.moves('High');
    await composer.send(/^Reshoot 1 move/);
    await expect(popup.getByRole('region', { name: 'Sending is paused' })).toContainText(
      'Flow refuses the session of its page. Nothing was started or charged.',
    );
    await expect(popup.getByRole('status').filter({ hasText: 'Flow refuses' })).toBeVisible();
    await expect(popup.getByRole('heading', { name: 'Sign in to Flow' })).toBeHidden();
    await expect.poll(() => twin.submits.length, { timeout: 20_000 }).toBe(1);
    await connected(popup);
  });
});
