import type { Page } from '@playwright/test';
import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { findings, sideways } from './support/findings';
import { expect, test } from './support/fixtures';
import { chooseForJob, openJobs, showEveryJob } from './support/job-list';
import { seedLedger } from './support/seed-ledger';

/** The comparison of a reshoot that is done, in the popup. */
async function openComparison(popup: Page): Promise<void> {
  const composer = new Composer(popup);
  await composer.clip(CLIPS.witch.title);
  await composer.moves('Orbit left', 'Low');
  await composer.send(/^Reshoot 2 moves/);
  await openJobs(popup);
  await showEveryJob(popup);
  await expect(popup.getByText(/^Done in/)).toHaveCount(2, { timeout: 30_000 });
  await chooseForJob(popup, /Reshoot .*Orbit left/, 'Compare with source');
  await expect(popup.getByRole('button', { name: /^Keep/ })).toBeVisible();
}

/** Whether an element has an edge or an outline of its own. */
const edgeOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { outlineStyle, outlineColor, outlineWidth, borderBlockEndWidth, borderBlockEndColor } =
        getComputedStyle(element);
      return `${outlineStyle} ${outlineWidth} ${outlineColor}, ${borderBlockEndWidth} ${borderBlockEndColor}`;
    });

const SECTIONS = ['general', 'limits', 'names', 'privacy', 'ledger', 'check', 'keys'] as const;

/** One browser for all looks at comparison, settings and ledger: what is made once is looked at often. */
test('comparison, settings and ledger can be used at 200 %, from right to left, and with forced colours', async ({
  popup,
  chromium,
  pace,
}) => {
  await pace(1, 8);
  await openComparison(popup);
  const options = await chromium.openOwn('options.html');
  await seedLedger(options, { count: 60, perDay: 4 });

  await test.step('the comparison at 200 % scrolls down only, and its buttons stay', async () => {
    await popup.bringToFront();
    for (const size of [
      { width: 400, height: 300 },
      { width: 320, height: 256 },
    ]) {
      await popup.setViewportSize(size);
      for (const how of ['Wipe', 'Side by side', 'Hold for source']) {
        await popup.getByRole('radio', { name: how }).check();
        expect(await sideways(popup), `${how} at ${size.width}`).toEqual([]);
      }
      for (const name of [/^Discard/, /^Keep/])
        await expect(popup.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    }
    await popup.setViewportSize({ width: 400, height: 600 });
  });

  await test.step('the settings and the ledger at 200 % stay inside', async () => {
    await options.bringToFront();
    for (const size of [
      { width: 640, height: 400 },
      { width: 320, height: 256 },
    ]) {
      await options.setViewportSize(size);
      for (const view of ['Day', 'Action', 'Clip']) {
        await options.getByRole('radio', { name: view, exact: true }).check();
        expect(await sideways(options), `${view} at ${size.width}`).toEqual([]);
      }
      for (const section of SECTIONS) {
        const heading = options.locator(`#${section}`);
        // What comes into sight on the way (the self-check, the ledger) makes the page longer.
        await expect(async () => {
          await heading.scrollIntoViewIfNeeded();
          await expect(heading, `${section} at ${size.width}`).toBeInViewport({ timeout: 500 });
        }).toPass();
      }
    }
    await options.setViewportSize({ width: 1000, height: 800 });
  });

  await test.step('from right to left both stay inside, and the order turns', async () => {
    for (const page of [popup, options]) {
      await page.bringToFront();
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
    }
    const x = async (page: Page, selector: string) =>
      (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;
    for (const width of [1000, 420, 320]) {
      await options.setViewportSize({ width, height: 800 });
      expect(await sideways(options), `settings at ${width}`).toEqual([]);
    }
    await options.setViewportSize({ width: 1000, height: 800 });
    expect(await x(options, 'nav a')).toBeGreaterThan(await x(options, '#section-general'));
    expect(await sideways(popup)).toEqual([]);
    expect(await x(popup, '.take-review-row .btn')).toBeGreaterThan(
      await x(popup, '.take-review-row .btn-main'),
    );
    const [first, second] = [
      popup.locator('.take-strip button').nth(0),
      popup.locator('.take-strip button').nth(1),
    ];
    const position = async (one: typeof first) => (await one.boundingBox())?.x ?? Number.NaN;
    expect(await position(first)).toBeGreaterThan(await position(second));
    for (const page of [popup, options])
      await page.evaluate(() => {
        document.documentElement.dir = '';
      });
  });

  await test.step('with forced colours what is chosen and what is charged can be told apart', async () => {
    for (const page of [popup, options]) await page.emulateMedia({ forcedColors: 'active' });
    await popup.getByRole('radio', { name: 'Wipe' }).check();
    expect(await edgeOf(popup, 'label:has(input[name="compare-mode"]:checked)')).not.toBe(
      await edgeOf(popup, 'label:has(input[name="compare-mode"]:not(:checked))'),
    );
    // The ring lies around the picture in the button.
    const ring = await edgeOf(popup, '.take-strip [aria-pressed="true"] > .take-pic');
    expect(ring).toMatch(/^solid 3px /);
    expect(ring).not.toBe(await edgeOf(popup, '.take-strip [aria-pressed="false"] > .take-pic'));
    await options.getByRole('radio', { name: 'Day', exact: true }).check();
    expect(await edgeOf(options, 'label:has(input:checked):has-text("Day")')).not.toBe(
      await edgeOf(options, 'label:has(input:not(:checked)):has-text("Clip")'),
    );
    const bars = options.locator('.chart-day > .chart-sure');
    const shown = (bar: Element) => {
      const { backgroundColor, borderTopWidth, borderTopStyle } = getComputedStyle(bar);
      return borderTopStyle === 'none' ? backgroundColor : `${borderTopWidth} ${backgroundColor}`;
    };
    const canvas = await options.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await bars.first().evaluate(shown)).not.toBe(canvas);
    const sure = await options.locator('.chart-key > .chart-sure').evaluate(shown);
    expect(await options.locator('.chart-key > .chart-possible').evaluate(shown)).not.toBe(sure);
    for (const page of [popup, options]) {
      await page.bringToFront();
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
    }
  });

  await test.step('what is wrong with a page would be found', async () => {
    await popup.evaluate(() => {
      const pale = document.createElement('p');
      pale.append('Pale', new Image());
      pale.style.cssText = 'color: #777; background: #888; inline-size: 3000px; flex-shrink: 0';
      document.body.append(pale);
    });
    const found = await findings(popup);
    expect(found.map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['color-contrast', 'image-alt']),
    );
    expect((await sideways(popup))[0]).toMatch(/^page: \d+ > /);
  });
});
