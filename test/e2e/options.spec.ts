import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Call } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { listenTo } from './support/heard';
import { openJobs, showEveryJob } from './support/job-list';
import { savedFile } from './support/saved-file';
import { setting } from './support/setting';
import { reshoot } from './support/truth';

const { witch, train } = CLIPS;

const stored = (page: Page) =>
  page.evaluate(async () => (await chrome.storage.local.get('settings')).settings);

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' });

const scheme = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test('without Flow the settings are found, the theme is chosen, and the keys are shown', async ({
  chromium,
  openPopup,
}) => {
  const popup = await openPopup();
  const page = await chromium.openOwn('options.html#keys');

  await test.step('a section is reached by its address, by the side and by the search', async () => {
    await expect(heading(page, 'Keyboard')).toBeInViewport();
    await page.setViewportSize({ width: 1120, height: 700 });
    await page.reload();
    await expect(heading(page, 'Keyboard')).toBeInViewport();
    const links = sections(page).getByRole('link');
    await sections(page).getByRole('link', { name: 'File names' }).click();
    await expect(heading(page, 'File names')).toBeInViewport();
    await expect(sections(page).getByRole('link', { name: 'File names' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    const find = page.getByRole('searchbox', { name: 'Find a setting' });
    await find.fill('toolbar icon');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['General']);
    await expect(links).toHaveText(['General']);
    await find.fill('no such words');
    await expect(page.getByText('No setting has these words')).toBeVisible();
    await find.fill('');
    await expect(heading(page, 'Keyboard')).toBeAttached();
  });

  await test.step('without Flow the self-check says what to do', async () => {
    await sections(page).getByRole('link', { name: 'Self-check' }).click();
    const line = page
      .getByRole('listitem')
      .filter({ hasText: 'The Flow page is open and answers' });
    await expect(line).toContainText(/Open Flow, or reload its tab\.Fail$/);
  });

  await test.step('the theme is chosen by keyboard, said to be saved, and worn by every page', async () => {
    await page.getByRole('combobox', { name: 'Theme' }).focus();
    const heard = await listenTo(page);
    await page.keyboard.press('d');
    await expect.poll(heard).toContain('Saved');
    await expect.poll(() => scheme(page)).toBe('dark');
    await expect.poll(() => scheme(popup)).toBe('dark');
    await page.reload();
    await expect.poll(() => scheme(page)).toBe('dark');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Same as the system');
    await expect.poll(() => scheme(popup)).toBe('light dark');
  });

  await test.step('the keys of the browser stand in the table, and the browser changes them', async () => {
    const row = page.getByRole('row', { name: /^Open Second Take/ });
    await expect(row).toContainText(/Alt\s*Shift\s*S/);
    const opened = chromium.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Change in the browser…' }).click();
    await expect.poll(async () => (await opened).url()).toBe('chrome://extensions/shortcuts');
  });
});

test('tiles, takes, file names and saving are as the settings say', async ({
  chromium,
  openFlow,
  openPopup,
  pace,
  twin,
}) => {
  await pace(1, 8);
  const page = await chromium.openOwn('options.html');
  const goOn = async (popup: Page) => {
    await popup.bringToFront();
    await popup.keyboard.press('Escape');
  };

  const popup =
    await test.step('tiles stand still, the icon shows no number, and jobs begin with two takes', async () => {
      const finish = twin.holdWork();
      for (const name of ['Play the camera tiles', 'Number on the toolbar icon']) {
        const choice = page.getByRole('switch', { name });
        await expect(choice).toBeChecked();
        await choice.focus();
        await page.keyboard.press('Space');
        await expect(choice).not.toBeChecked();
      }
      await page.getByRole('combobox', { name: 'Takes for a new job' }).selectOption('2');
      await expect
        .poll(() => stored(page))
        .toEqual({ gapSeconds: 1, atOnce: 8, playsTiles: false, showsCount: false, takes: 2 });

      await openFlow();
      const popup = await openPopup();
      await connected(popup);
      const composer = new Composer(popup);
      await expect(popup.locator('html')).toHaveAttribute('data-tiles', 'still');
      await composer.clip(train.title);
      await composer.action('Extend');
      await composer.prompt('What happens next', 'She lands');
      await popup.getByRole('button', { name: 'More takes' }).click();
      await composer.send(/^Extend, 3 takes/);
      const badge = () => popup.evaluate(() => chrome.action.getBadgeText({}));
      await openJobs(popup);
      await showEveryJob(popup);
      await expect(popup.getByText(/^Running/).first()).toBeVisible();
      expect(await badge()).toBe('');
      await page.bringToFront();
      await page.getByRole('switch', { name: 'Number on the toolbar icon' }).check();
      await expect.poll(badge).toMatch(/^[123]$/);
      await goOn(popup);
      await composer.prompt('What happens next', 'She flies');
      await expect(composer.button(/^Extend, 2 takes/)).toBeVisible();
      finish();
      return popup;
    });

  await test.step('a clip is saved under the name and in the folder that the template says', async () => {
    await page.bringToFront();
    const template = page.getByRole('textbox', { name: 'Template' });
    await expect(template).toHaveValue('{clip} – {result}');
    await template.fill('{project}/{clip} ');
    await page.getByRole('button', { name: '{move}' }).click();
    await page.keyboard.type(' ');
    await page.getByRole('button', { name: '{take}' }).click();
    await expect(template).toHaveValue('{project}/{clip} {move} {take}');
    await expect(template).toHaveAccessibleDescription(
      /^Downloads \/ Elm Street, dusk \/ Witch lands Orbit left 01\.mp4$/,
    );

    await setting(page, { nameTemplate: '{project}/{clip} {move} {take}' });
    await template.fill('{project}/{clip} {what}');
    await expect(page.getByRole('alert')).toHaveText(/^\{what\} is none of the words/);
    await template.fill('../{clip}');
    await expect(page.getByRole('alert')).toHaveText(/below the Downloads folder/);
    expect(await stored(page)).toMatchObject({ nameTemplate: '{project}/{clip} {move} {take}' });

    await popup.bringToFront();
    await new Composer(popup).action('Reshoot');
    await reshoot(popup, 'High', 'Low');
    await showEveryJob(popup);
    await popup.getByRole('button', { name: /^Save Reshoot .*Low/ }).click({ timeout: 30_000 });
    const folder = join(chromium.downloads, 'Elm Street, dusk');
    await expect
      .poll(() => readdirSync(chromium.downloads, { recursive: true }).map(String), {
        timeout: 15_000,
      })
      .toContain(`Elm Street, dusk/${witch.title} Low 02.mp4`);
    const saved = await savedFile(join(folder, `${witch.title} Low 02.mp4`));
    expect(saved.length).toBeGreaterThan(1000);

    await page.bringToFront();
    await page.getByRole('button', { name: 'Back to the usual names' }).click();
    await expect(template).toHaveValue('{clip} – {result}');
    await expect.poll(() => stored(page)).not.toHaveProperty('nameTemplate');
  });

  await test.step('results are saved without asking once that is wanted', async () => {
    await page.getByRole('switch', { name: 'Save results without asking' }).check();
    await setting(page, { savesResults: true });
    await goOn(popup);
    await reshoot(popup, 'Orbit up', 'Orbit down');
    await expect
      .poll(() => readdirSync(chromium.downloads).sort(), { timeout: 30_000 })
      .toEqual([
        `${witch.title} – Orbit down.mp4`,
        `${witch.title} – Orbit up.mp4`,
        'Elm Street, dusk',
      ]);
  });
});

test('the self-check tells what was found, and records are taken along and deleted', async ({
  popup,
  composer,
  chromium,
  pace,
  twin,
}) => {
  await pace(1, 8);

  const page =
    await test.step('the self-check says what passes, spends nothing, and copies a report without names', async () => {
      twin.mishap('submit', { refuse: { code: 404, status: 'NOT_FOUND' } });
      await reshoot(popup, 'High');
      await expect(popup.getByText(/^Failed · not charged/)).toBeVisible();
      // The popup has looked at the balance by now.
      const looked = ({ path, headers }: Call) =>
        path === '/v1/credits' && headers['sec-fetch-site'] === 'none';
      await expect.poll(() => twin.calls.some(looked)).toBe(true);
      const reached = twin.calls.length;

      const page = await chromium.openOwn('options.html#check');
      const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
      await expect(line('Reshoot is offered')).toContainText(/Flow answered “not found”.*Fail$/);
      await expect(line('The Flow page is open and answers')).toContainText(/Pass$/);
      await expect(line('Balance and plan are read')).toContainText('Ultra, 1,540 credits');
      await expect(line('Prices are known')).toContainText('From Flow’s own list');
      await expect(line('Clips and images are found')).toContainText(/7 clips.*4 images/);
      await expect(line('Extend is offered')).toContainText('Not tried yet');
      await expect(line('This device stores records')).toContainText(/Pass$/);
      await expect(line('Calls to Flow are allowed')).toContainText(/Pass$/);
      // Posters of the open popup may still be on their way.
      const asked = twin.calls
        .slice(reached)
        .filter(({ path }) => !path.includes('/image/'))
        .map(({ method, path }) => `${method} ${path}`);
      expect(asked).toEqual(['GET /v1/credits']);

      await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const heard = await listenTo(page);
      await page.getByRole('button', { name: 'Copy report' }).click();
      await expect.poll(heard).toContainEqual(expect.stringMatching(/^Report copied/));
      const report = await page.evaluate(() => navigator.clipboard.readText());
      expect(report).toMatch(
        /^Second Take .*\nPass · The browser allows Flow’s sites: .*\nPass · The Flow page is open/,
      );
      expect(report).not.toMatch(/Witch|Elm|ada|example\.com|ya29|[0-9a-f]{8}-/i);

      await page.getByRole('button', { name: 'Check again' }).click();
      await expect.poll(heard).toContainEqual(expect.stringMatching(/^Passed: \d+\. Failed: 1\./));
      return page;
    });

  await test.step('records are exported, and deleted after a yes by keyboard', async () => {
    await popup.bringToFront();
    await popup.keyboard.press('Escape');
    // Reshoot is not offered any more.
    await composer.action('Extend');
    await composer.prompt('What happens next', 'She lands');
    await composer.send(/^Extend · 10 credits/);
    await openJobs(popup);
    await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });

    await page.bringToFront();
    const heard = await listenTo(page);
    await page.getByRole('button', { name: 'Export my records' }).click();
    await expect.poll(heard).toContainEqual(expect.stringMatching(/^Saved: second-take-records-/));
    const files = () => readdirSync(chromium.downloads);
    await expect.poll(files).toEqual([expect.stringMatching(/\.json$/)]);
    const text = String(await savedFile(join(chromium.downloads, files()[0] ?? '')));
    expect(text).toMatch(/\}$/);
    const records = JSON.parse(text);
    // The job that was refused and the one that is done.
    expect(records.jobs).toHaveLength(2);
    expect(records.ledger).toHaveLength(2);
    expect(records.media.length).toBeGreaterThan(7);
    expect(text).not.toMatch(/ya29|Signature=|@example/);

    const remove = page.getByRole('button', { name: 'Delete job records…' });
    await remove.focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('This cannot be undone');
    await expect(question.getByRole('button', { name: 'Keep them' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(remove).toBeFocused();
    await expect(popup.getByText(/^Done in/)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(question.getByRole('button', { name: 'Keep them' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(heard).toContain('Jobs deleted: 2. Jobs kept: 0.');
    await expect(popup.getByText(/^Done in/)).toBeHidden();
    await expect(popup.getByText(/^Failed · not charged/)).toBeHidden();
    // What was spent today still counts.
    await expect(page.getByText('Today: 10 credits')).toBeVisible();
  });
});
