import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { CLIPS } from '../twin/world';
import { readCsv } from '../unit/jobs/read-csv';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { listenTo } from './support/heard';
import { savedFile } from './support/saved-file';
import { seedLedger } from './support/seed-ledger';
import { balanceOf, sceneOf, submitCalls } from './support/truth';

const { witch, cat } = CLIPS;
const VIEWS = ['Day', 'Action', 'Clip'] as const;

test.beforeEach(async ({ pace, twin }) => {
  // What is reshot here stays running, so that a lost answer stays unknown.
  twin.holdWork('reshoot');
  await pace(1, 8);
});

const ledgerOf = (page: Page) => page.getByRole('region', { name: 'Ledger', exact: true });

/** The rows of a table as texts of their cells, heading first. */
async function tableOf(page: Page, name: string): Promise<string[][]> {
  await expect(page.getByRole('table', { name })).toBeVisible();
  const found = await page.getByRole('table', { name }).getByRole('row').all();
  return Promise.all(
    found.map(async (row) =>
      (await row.locator('th, td').allInnerTexts()).map((text) => text.trim()),
    ),
  );
}

const sums = (page: Page, view: (typeof VIEWS)[number]) =>
  tableOf(page, `Spending by ${view.toLowerCase()}`);

async function see(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  await page.bringToFront();
  await page.getByRole('group', { name: 'Spending by' }).getByRole('radio', { name: view }).check();
}

const numberIn = (text = ''): number => Number(/\d+/.exec(text)?.[0] ?? 0);

const csvIn = (downloads: string): string => {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return join(downloads, `second-take-ledger-${day}.csv`);
};

test('the ledger shows what a day cost as it happens, and is read and exported by the user', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
}) => {
  const options = await chromium.openOwn('options.html');
  await options.setViewportSize({ width: 1000, height: 900 });

  await test.step('shows what Flow has charged, as it happens, and what nobody knows as unknown', async () => {
    const ledger = ledgerOf(options);
    await expect(ledger.getByText('Nothing has been sent yet.')).toBeVisible();
    await expect(ledger.getByRole('img')).toHaveCount(0);
    await expect(ledger.getByRole('button')).toHaveCount(0);

    await openFlow();
    const popup = await openPopup();
    await connected(popup);
    const composer = new Composer(popup);
    await composer.clip(witch.title);
    await composer.moves('High', 'Orbit left');
    await composer.send('Reshoot 2 moves · 40 credits');
    await expect.poll(() => twin.submits.length).toBe(2);
    await expect(ledger.getByText('40 credits, 2 jobs').first()).toBeVisible();

    twin.mishap('submit', { refuse: { code: 400, status: 'INVALID_ARGUMENT' } });
    await composer.action('Extend');
    await composer.prompt('What happens next', 'She waves');
    await composer.send(/^Extend · 10 credits/);
    await expect(ledger.getByText('Failed · not charged')).toBeVisible();
    await popup.bringToFront();
    await composer.clip(cat.title);
    await composer.action('Upscale');
    await composer.send('Upscale to 1080p · free');
    await expect(ledger.getByText('Done')).toBeVisible({ timeout: 20_000 });
    twin.mishap('submit', { cut: true });
    await composer.action('Reshoot');
    await composer.noMoves('High', 'Orbit left');
    await composer.moves('Low');
    await composer.send('Reshoot 1 move · 20 credits');
    await expect(ledger.getByText('Unknown: may have been charged')).toBeVisible();

    const charged = twin.submits.reduce((sum, { price }) => sum + price, 0);
    expect(charged).toBe(60);
    expect(1540 - balanceOf(twin)).toBe(charged);
    for (const view of VIEWS) {
      await see(options, view);
      const [head, ...rows] = await sums(options, view);
      const total = rows.pop();
      expect(head).toEqual([view, 'Jobs', 'Price said', 'Charged', 'May have been charged']);
      expect(total).toEqual(['Total', '5', '70', '40', 'up to 20']);
      expect(numberIn(total?.[3]) + numberIn(total?.[4])).toBe(charged);
      for (const column of [1, 2, 3, 4])
        expect(rows.reduce((sum, row) => sum + numberIn(row[column]), 0)).toBe(
          numberIn(total?.[column]),
        );
    }
    await see(options, 'Action');
    expect((await sums(options, 'Action')).slice(1, -1)).toEqual([
      ['Reshoot', '3', '60', '40', 'up to 20'],
      expect.arrayContaining(['1', '0']),
      expect.arrayContaining(['1', '0']),
    ]);
    await see(options, 'Clip');
    expect((await sums(options, 'Clip')).slice(1, -1).map(([clip]) => clip)).toEqual(
      expect.arrayContaining([witch.title, cat.title]),
    );

    const [head, ...entries] = await tableOf(options, 'Single entries');
    expect(head).toEqual(['When', 'Job', 'Clip', 'State', 'Price', 'Charged', 'Balance']);
    expect(entries.map((cells) => cells.slice(1))).toEqual([
      ['Reshoot, Low', cat.title, 'Unknown: may have been charged', '20', 'up to 20', 'unknown'],
      ['Upscale', cat.title, 'Done', 'free', 'free', '1,500'],
      ['Extend', witch.title, 'Failed · not charged', '10', '0', 'unknown'],
      ['Reshoot, High', witch.title, expect.stringMatching(/^Running/), '20', '20', '1,500'],
      ['Reshoot, Orbit left', witch.title, expect.stringMatching(/^Running/), '20', '20', '1,520'],
    ]);
    await expect(ledger.locator('dl')).toContainText(/Failed and not charged\s*1 job/);
    await options.getByRole('textbox', { name: 'Limit for one day' }).fill('100');
    await expect(ledger.getByText('Your limit for one day, 100', { exact: true })).toBeVisible();
    await expect(
      ledger.getByRole('img', { name: /limit for one day: 100\.$/ }),
    ).toHaveAccessibleName(/Today: 40, and up to 20 more may have been charged\./);
  });

  await test.step('by keyboard alone: another view, another period, and a CSV that a spreadsheet reads', async () => {
    await options.reload();
    await expect(options.getByText('Unknown: may have been charged')).toBeVisible();
    const tabTo = async (target: Locator) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await target.evaluate((element) => element.matches(':focus'))) return;
        await options.keyboard.press('Tab');
      }
      throw new Error(`Not reached by Tab: ${target}`);
    };
    await tabTo(options.getByRole('radio', { name: 'Day' }));
    await options.keyboard.press('ArrowRight');
    await expect(options.getByRole('radio', { name: 'Action' })).toBeChecked();
    await expect(options.getByRole('table', { name: 'Spending by action' })).toBeVisible();
    await options.keyboard.press('Tab');
    await expect(options.getByRole('combobox', { name: 'Period' })).toBeFocused();
    await options.keyboard.press('End');
    await expect(options.getByRole('combobox', { name: 'Period' })).toHaveValue('all');
    await tabTo(options.getByRole('button', { name: 'Export as CSV' }));
    const heard = await listenTo(options);
    await options.keyboard.press('Enter');
    await expect.poll(heard).toContain('5 entries exported');
    await expect(options.getByRole('status')).toHaveCount(1);

    const bytes = await savedFile(csvIn(chromium.downloads));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...rows] = readCsv(bytes.subarray(3).toString('utf8'));
    const read = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
    expect(read.map((row) => row['Job ID'])).toEqual(submitCalls(twin).map(sceneOf).reverse());
    const when = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    const row = { 'Date and time': when, Action: 'Reshoot', Clip: witch.title, 'Price said': '20' };
    const unknown = { Charged: 'unknown', 'Credits charged': '', 'Balance after': '' };
    const charged = { Charged: 'yes', 'Credits charged': '20' };
    const nothing = { Charged: 'no', 'Credits charged': '0' };
    expect(read.map(({ 'Job ID': _, ...rest }) => rest)).toEqual([
      { ...row, Clip: cat.title, 'Camera move': 'Low', ...unknown, 'Balance before': '1500' },
      {
        ...{ ...row, Action: 'Upscale', Clip: cat.title, 'Camera move': '', 'Price said': '0' },
        // After a refusal the balance is sure again only once Flow was asked for it.
        ...{ ...nothing, 'Balance before': expect.stringMatching(/^(1500)?$/) },
        ...{ 'Balance after': '1500' },
      },
      {
        ...{ ...row, Action: 'Extend', 'Camera move': '', 'Price said': '10' },
        ...{ ...nothing, 'Balance before': '1500', 'Balance after': '' },
      },
      {
        ...{ ...row, 'Camera move': 'High', ...charged },
        ...{ 'Balance before': '1520', 'Balance after': '1500' },
      },
      {
        ...{ ...row, 'Camera move': 'Orbit left', ...charged },
        ...{ 'Balance before': '1540', 'Balance after': '1520' },
      },
    ]);
  });
});

test('the ledger shows months of jobs 50 at a time, with days without any and clips whose records are gone', async ({
  chromium,
}) => {
  const options = await chromium.openOwn('options.html');
  await options.setViewportSize({ width: 1000, height: 900 });
  await seedLedger(options, { count: 120, perDay: 2 });
  const ledger = ledgerOf(options);
  await expect(ledger.getByText('28 jobs')).toBeVisible();
  await ledger.getByRole('combobox', { name: 'Period' }).selectOption('Last 90 days');
  await expect(ledger.getByText('1,200 credits, 120 jobs')).toBeVisible();
  await expect(ledger.getByText('50 of 120 entries')).toBeVisible();
  await ledger.getByRole('button', { name: 'Show more' }).click();
  await expect(ledger.getByText('100 of 120 entries')).toBeVisible();
  const entries = options.getByRole('table', { name: 'Single entries' }).getByRole('row');
  await expect(entries.nth(51).getByRole('rowheader')).toBeFocused();
  await ledger.getByRole('button', { name: 'Show more' }).click();
  await expect(entries).toHaveCount(121);
  await expect(ledger.getByRole('button', { name: 'Show more' })).toBeHidden();
  await expect(entries.last()).toContainText('Job record gone');

  const days = options.getByRole('table', { name: 'Spending by day' }).getByRole('row');
  await expect(days).toHaveCount(12);
  await ledger.getByRole('button', { name: 'Show all' }).click();
  await expect(days.nth(11).getByRole('rowheader')).toBeFocused();
  await expect(days).toHaveCount(62);
  await see(options, 'Clip');
  expect(await sums(options, 'Clip')).toEqual([
    expect.arrayContaining(['Clip']),
    [expect.stringMatching(/^Gone\s+Job record gone$/), '120', '1,200', '1,200', '0'],
    ['Total', '120', '1,200', '1,200', '0'],
  ]);
  const along = ledger.getByRole('region', { name: 'Credits by day' });
  await along.focus();
  await expect(along).toBeFocused();
});

test.describe('in Chinese', () => {
  test.use({ launchWith: { language: 'zh-CN' } });
  test('the tables have Chinese headings', async ({ chromium }) => {
    const options = await chromium.openOwn('options.html');
    await seedLedger(options, { count: 3, perDay: 3 });
    const headings = async (name: string) => (await tableOf(options, name))[0];
    await expect(options.getByRole('table', { name: '逐条记录' })).toBeVisible();
    expect(await headings('逐条记录')).toEqual('时间 任务内容 片段 状态 价格 已扣 余额'.split(' '));
    expect(await headings('按日期的花费')).toEqual('日期 任务 标价 已扣 可能已扣'.split(' '));
  });
});
