import type { Page } from '@playwright/test';
import type { Job } from '@/lib/jobs/job';
import { JOBS, uuid } from '../samples/jobs';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import { seedJobs } from './support/seed-jobs';

const MANY = 3000;
const FROM = Date.UTC(2025, 0, 1);

/** One batch every hour; every tenth is a batch of four. All have ended within the last day. */
function many(): Job[] {
  const now = Date.now();
  return Array.from({ length: MANY }, (_, n): Job => {
    const at = FROM + n * 3_600_000;
    const own = { id: uuid(n + 1), batchId: uuid(100_000 + (n % 40 < 4 ? n - (n % 40) : n)) };
    const title = n === 17 ? 'Ein Müllwagen im Regen' : `Clip of hour ${n}`;
    const times = { createdAt: at, sentAt: at, endedAt: now - n * 20_000, changedAt: at };
    return { ...JOBS.done, ...own, ...times, title };
  });
}

/** A job that nobody is signed in for: it waits until somebody cancels it. */
const waiting: Job = {
  ...JOBS.waiting,
  id: uuid(9001),
  batchId: uuid(9002),
  createdAt: FROM + (MANY - 2) * 3_600_000 + 1,
  title: 'The one that waits',
};

const rows = (popup: Page) => popup.getByRole('listitem');

test('a list of three thousand jobs has few rows in the page, and each job is in reach, found and followed', async ({
  openPopup,
}) => {
  const first = await openPopup();
  await seedJobs(first, [...many(), waiting]);
  await first.close();
  const popup = await openPopup();

  await test.step('the composer says how thousands stand without reading them', async () => {
    await expect(popup.getByRole('button', { name: /^Jobs:/ })).toContainText('99+ done');
  });

  const show = popup.getByRole('combobox', { name: 'Show' });
  await test.step('the list of them has few rows in the page', async () => {
    await openJobs(popup);
    await expect(show).toContainText('All · 3,001');
    expect(await rows(popup).count()).toBeLessThan(120);
    await expect(rows(popup).first()).toHaveAttribute('aria-posinset', '1');
    const size = Number(await rows(popup).first().getAttribute('aria-setsize'));
    expect(size).toBeGreaterThan(2500);
  });

  await test.step('what another page changes is shown, and nothing is drawn anew', async () => {
    const top = rows(popup).first();
    await top.evaluate((row) => row.setAttribute('data-seen', 'before'));
    const row = rows(popup).filter({ hasText: 'The one that waits' });
    await expect(row).toContainText('Waiting');
    const other = await openPopup();
    await openJobs(other);
    await other.getByRole('button', { name: /^Cancel Reshoot “The one that waits”/ }).click();
    await expect(row).toContainText('Cancelled');
    await expect(top).toHaveAttribute('data-seen', 'before');
    await other.close();
  });

  await test.step('scrolling to the end shows the oldest', async () => {
    const oldest = popup.getByText('Clip of hour 4”').first();
    await expect(oldest).toHaveCount(0);
    const size = (await rows(popup).first().getAttribute('aria-setsize')) ?? '';
    await rows(popup).first().hover();
    // Rows that come into view are measured and drawn bit by bit, and the end moves away meanwhile.
    await expect(async () => {
      await popup.mouse.wheel(0, 1_000_000);
      await expect(oldest).toBeVisible({ timeout: 500 });
      await expect(rows(popup).last()).toHaveAttribute('aria-posinset', size, { timeout: 500 });
    }).toPass();
    expect(await rows(popup).count()).toBeLessThan(120);
  });

  await test.step('another filter begins at its top', async () => {
    for (const filter of ['done', 'all']) {
      await show.selectOption(filter);
      await expect(rows(popup).first()).toHaveAttribute('aria-posinset', '1');
      await expect(rows(popup).first()).toBeInViewport();
    }
  });

  await test.step('a search finds an old one, whatever its accents', async () => {
    await popup.keyboard.press('/');
    await popup.keyboard.type('mullwagen regen');
    await expect(rows(popup)).toHaveCount(1);
    await expect(rows(popup)).toContainText('Ein Müllwagen im Regen');
    await popup.keyboard.press('Escape');
    await expect.poll(() => rows(popup).count()).toBeGreaterThan(5);
  });

  await test.step('Tab goes on through rows that were not in the page yet', async () => {
    // The search is over: the list begins with the newest again.
    await expect(show).toContainText('All · 3,001');
    await expect(rows(popup).first()).toHaveAttribute('aria-posinset', '1');
    const before = Number(await rows(popup).last().getAttribute('aria-posinset'));
    await rows(popup).nth(8).getByRole('button').last().focus();
    for (let presses = 0; presses < 75; presses++) {
      await popup.keyboard.press('Tab');
      // What came into view by it is drawn with the next frame.
      await popup.evaluate(() => new Promise(requestAnimationFrame));
    }
    const now = await popup.evaluate(() =>
      Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')),
    );
    expect(now).toBeGreaterThan(before);
  });
});
