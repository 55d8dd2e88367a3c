import type { Page } from '@playwright/test';
import { CLIPS, PROJECTS } from '../twin/world';
import { Composer } from './support/composer';
import { findings, sideways } from './support/findings';
import { connected, expect, test } from './support/fixtures';
import { test as sharedTest } from './support/shared-fixtures';

const { witch } = CLIPS;
const ACTIONS = ['Extend', 'Reshoot', 'Upscale', 'References'] as const;

/** What the real side panel says, read from another page of the extension: it is no tab. */
const panelText = (other: Page) =>
  other.evaluate(() => {
    const views = chrome.extension.getViews() as unknown as Window[];
    const panel = views.find(({ location }) => location.pathname === '/sidepanel.html');
    return panel?.document.querySelector('[role="status"]')?.textContent ?? '';
  });

/** Who has stored the draft, change by change, from now on. */
async function listWriters(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const writers: string[] = [];
    chrome.storage.local.onChanged.addListener(({ draft }) => {
      if (draft) writers.push((draft.newValue as { writer: string }).writer);
    });
    Object.assign(window, { writers });
  });
  return () => page.evaluate(() => (window as unknown as { writers: string[] }).writers);
}

test('the side panel is used by keyboard, at every width, for the tab in front', async ({
  openFlow,
  openPanel,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const early = await openPanel();
  const welcome = early.getByRole('region', { name: 'Another take of the clip you have' });
  await expect(welcome).toBeVisible();
  const elm = await openFlow('elm');

  await test.step('a card that is there from the start leaves the first Tab to the way to the jobs', async () => {
    await connected(early);
    await early.keyboard.press('Tab');
    await expect(early.getByRole('link', { name: 'Skip to jobs' })).toBeFocused();
    await early.close();
  });

  const panel = await openPanel();
  await connected(panel);
  const composer = new Composer(panel);

  await test.step('by keyboard: choose, send, and skip to the job', async () => {
    await panel.keyboard.press('Tab');
    const skip = panel.getByRole('link', { name: 'Skip to jobs' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await panel.keyboard.press('Tab');
    await expect(panel.getByRole('button', { name: 'Library' })).toBeFocused();
    await panel.keyboard.press('Tab');
    await expect(panel.getByRole('button', { name: 'Settings' })).toBeFocused();
    await panel.getByRole('radio', { name: `${witch.title},` }).focus();
    await panel.keyboard.press('Space');
    await panel.keyboard.press('2');
    await panel.getByRole('checkbox', { name: 'Dolly in', exact: true }).focus();
    await panel.keyboard.press('Space');
    await panel.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(1);
    await skip.focus();
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('Tab');
    const focused = panel.locator(':focus');
    await expect(panel.getByRole('region', { name: 'Jobs' }).locator(focused)).toHaveCount(1);
  });

  await test.step('composer, button and jobs in one view, from 320 to 800 wide', async () => {
    const jobs = panel.getByRole('region', { name: 'Jobs' }).getByRole('listitem');
    await expect(jobs).toHaveCount(1);
    await composer.noMoves('Dolly in');
    await composer.clip(witch.title);
    await composer.moves('Orbit left');
    await composer.button('Reshoot 1 move · 20 credits').click();
    await expect(jobs).toHaveCount(2);
    for (const width of [320, 420, 800]) {
      await panel.setViewportSize({ width, height: 600 });
      for (const action of ACTIONS) {
        await composer.action(action);
        await panel.evaluate(() => scrollTo(0, 0));
        expect(await sideways(panel), `${action} at ${width}`).toEqual([]);
        const button = panel.locator('.foot .btn-main');
        await expect(button, `${action} at ${width}`).toBeInViewport({ ratio: 1 });
      }
    }
    expect(await findings(panel)).toEqual([]);
  });

  await test.step('a click in the popup opens the side panel, which follows the tab in front', async () => {
    // The real one shall be the only one.
    await panel.close();
    const harbour = await openFlow('harbour');
    const other = await chromium.openOwn('options.html');
    const popup = await openPopup();
    await connected(popup, PROJECTS.harbour.title);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Open side panel' }).click();
    await closed;
    await elm.bringToFront();
    await expect.poll(() => panelText(other)).toBe(`Connected · ${PROJECTS.elm.title}`);
    await harbour.bringToFront();
    await expect.poll(() => panelText(other)).toBe(`Connected · ${PROJECTS.harbour.title}`);
    await elm.bringToFront();
    await expect.poll(() => panelText(other)).toBe(`Connected · ${PROJECTS.elm.title}`);
    await elm.close();
    await expect.poll(() => panelText(other)).toBe(`Connected · ${PROJECTS.harbour.title}`);
  });
});

sharedTest(
  'the side panel and the popup share one draft, also with forced colours and from right to left',
  async ({ popup, composer, panel }) => {
    const inPanel = new Composer(panel);
    await test.step('keys for popup and side panel are in the manifest', async () => {
      const manifest = await popup.evaluate(() => chrome.runtime.getManifest());
      expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
      expect(manifest.commands).toEqual({
        _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
        'open-panel': {
          suggested_key: { default: 'Alt+Shift+D' },
          description: 'Open the side panel',
        },
      });
    });

    await test.step('popup and side panel are one composer: what is done in one is in the other', async () => {
      const writers = await listWriters(popup);
      await composer.clip(witch.title);
      await composer.action('Extend');
      const prompt = (page: Page) => page.getByRole('textbox', { name: 'What happens next' });
      await prompt(popup).pressSequentially('She lands on the roof', { delay: 15 });
      await expect(prompt(panel)).toHaveValue('She lands on the roof');
      await prompt(panel).press('End');
      await prompt(panel).pressSequentially(', very softly', { delay: 15 });
      await expect(prompt(popup)).toHaveValue('She lands on the roof, very softly');
      await inPanel.action('Reshoot');
      await inPanel.moves('Orbit left', 'Low');
      await expect(composer.button('Reshoot 2 moves · 40 credits')).toBeVisible();
      await composer.moves('High');
      await expect(inPanel.button('Reshoot 3 moves · 60 credits')).toBeVisible();
      // Neither answers the other: whoever took something over has stored nothing for it.
      const turns = (await writers()).filter((writer, index, all) => writer !== all[index - 1]);
      expect(turns).toEqual([turns[0], turns[1], turns[0]]);
      expect(turns[1]).not.toBe(turns[0]);
      await expect(prompt(popup)).toHaveCount(0);
      await expect(panel.getByRole('radio', { name: `${witch.title},` })).toBeChecked();
      await expect(popup.getByRole('radio', { name: `${witch.title},` })).toBeChecked();
    });

    await test.step('with forced colours the choice and the focus can be told apart', async () => {
      await panel.emulateMedia({ forcedColors: 'active' });
      await inPanel.clip(witch.title);
      const outline = (name: string) =>
        panel
          .getByRole('radio', { name })
          .first()
          .evaluate((radio) => {
            const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(
              radio.closest('label') ?? radio,
            );
            return outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineColor}`;
          });
      const chosen = await outline(`${witch.title},`);
      expect(chosen).not.toBe('none');
      expect(await outline('The door opens,')).toBe('none');
      expect(await outline('Reshoot')).not.toBe('none');
      expect(await outline('Extend')).toBe('none');
      await panel.getByRole('radio', { name: `${witch.title},` }).focus();
      await panel.keyboard.press('ArrowRight');
      await panel.keyboard.press('ArrowLeft');
      expect(await outline(`${witch.title},`)).not.toBe(chosen);
      await panel.emulateMedia({ forcedColors: null });
    });

    await test.step('from right to left everything stays inside, and the order turns', async () => {
      for (const page of [panel, popup]) {
        await page.evaluate(() => {
          document.documentElement.dir = 'rtl';
        });
        const x = async (name: string) =>
          (await page.getByRole('radio', { name, exact: true }).boundingBox())?.x ?? Number.NaN;
        expect(await x('Extend')).toBeGreaterThan(await x('References'));
        const mark = await page.locator('.mark').boundingBox();
        const settings = await page.getByRole('button', { name: 'Settings' }).boundingBox();
        expect(mark?.x).toBeGreaterThan(settings?.x ?? Number.NaN);
        for (const action of ACTIONS) {
          await new Composer(page).action(action);
          expect(await sideways(page), action).toEqual([]);
        }
      }
    });
  },
);
