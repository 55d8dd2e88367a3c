import { expect, type Page } from '@playwright/test';
import { endedJobs, oneBatch, oneOfEach, pageJobs, waitingJobs } from '../jobs';
import type { Stage } from '../stage';
import type { View } from '../view';

/** Running jobs stay so while the twin keeps its answers, and what waits has no place meanwhile. */
async function begin(stage: Stage): Promise<void> {
  stage.twin.holdReplies('status');
  stage.twin.holdReplies('submit');
  await stage.local({ settings: { gapSeconds: 600, atOnce: 1 } });
  await stage.flow();
}

async function list(stage: Stage): Promise<Page> {
  const popup = await stage.open('popup', '#jobs');
  await popup.locator('.jobs-head').waitFor();
  return popup;
}

async function filled(stage: Stage): Promise<Page> {
  const popup = await list(stage);
  await popup.locator('.job, .batch').first().waitFor();
  return popup;
}

const menuOf = async (popup: Page, row: string) => {
  await popup.locator(`${row} .menu-btn`).first().click();
  await popup.locator('.menu-placed').waitFor();
  return popup;
};

const closed = async (popup: Page) => {
  await popup.keyboard.press('Escape');
  await popup.locator('.menu-placed').waitFor({ state: 'detached' });
};

const show = (popup: Page, filter: string) =>
  popup.locator('.jobs-filter select').selectOption(filter);

export const jobs: View = {
  name: 'jobs',
  begin,
  states: {
    empty: async (stage) => {
      const popup = await list(stage);
      await popup.locator('.jobs-none').waitFor();
      return popup;
    },
    each: async (stage) => {
      await stage.fill('jobs', oneOfEach(await stage.account()));
      return filled(stage);
    },
    'each-below': async ({ page: popup }) => {
      await popup.locator('.jobs-scroll').evaluate((box) => box.scrollTo(0, 9999));
      return popup;
    },
    menu: ({ page: popup }) => menuOf(popup, '.job[data-state="done"]'),
    'menu-all': async ({ page: popup }) => {
      await closed(popup);
      return menuOf(popup, '.jobs-head');
    },
    preview: async ({ page: popup }) => {
      await closed(popup);
      await popup.locator('.job-play').first().click();
      await popup.locator('.job-preview').waitFor();
      return popup;
    },
    found: async ({ page: popup }) => {
      await show(popup, 'needs');
      await expect(popup.locator('.job[data-state="done"]')).toHaveCount(0);
      return popup;
    },
    'none-found': async ({ page: popup }) => {
      await show(popup, 'all');
      await popup.locator('.jobs-filter [type=search]').fill('zzz');
      await popup.locator('.jobs-none').waitFor();
      return popup;
    },
    batch: async (stage) => {
      const account = await stage.account();
      await stage.fill('jobs', [...oneBatch(account), ...oneOfEach(account).slice(3)]);
      const popup = await filled(stage);
      await popup.locator('.batch-sheet .take-pic').first().waitFor();
      return popup;
    },
    'batch-folded': async ({ page: popup }) => {
      await popup.locator('.batch-fold').click();
      await popup.locator('.batch-sheet').waitFor({ state: 'detached' });
      return popup;
    },
    'batch-rows': async ({ page: popup }) => {
      await popup.locator('.batch-fold').click();
      await popup.locator('.batch-rows').click();
      await popup.locator('.batch-rows').scrollIntoViewIfNeeded();
      return popup;
    },
    cleared: async ({ page: popup }) => {
      await popup.locator('.jobs-head .menu-btn').click();
      await popup.locator('.menu-placed .menu-item').last().click();
      await popup.locator('.jobs-cleared p').waitFor();
      return popup;
    },
    'cleared-shown': async ({ page: popup }) => {
      await show(popup, 'cleared');
      await popup.locator('.job').first().waitFor();
      return popup;
    },
    'retry-question': async (stage) => {
      await stage.local({ settings: { gapSeconds: 600, atOnce: 1, batchLimit: 5 } });
      await stage.fill('jobs', oneOfEach(await stage.account()).slice(3));
      const popup = await filled(stage);
      await popup.locator('.jobs-head .menu-btn').click();
      await popup.locator('.menu-placed .menu-item').first().click();
      await popup.locator('.jobs-ask').waitFor();
      return popup;
    },
    'again-dearer': async (stage) => {
      const prices = { veo_3_0_r2v_fast_ultra: 35, veo_3_0_reshoot_landscape: 35 };
      await stage.local({ settings: { gapSeconds: 600, atOnce: 1 }, models: { keys: {}, prices } });
      const popup = await filled(stage);
      await popup.locator('.job-act > .btn:has(small)').first().click();
      await popup.locator('.job-ask').waitFor();
      return popup;
    },
    'page-jobs': async (stage) => {
      await stage.fill('pageJobs', pageJobs(await stage.account()));
      const popup = await filled(stage);
      await popup.locator('.page-batch .job').first().waitFor();
      return popup;
    },
    paused: async (stage) => {
      await stage.fill('pageJobs', []);
      const now = Date.now();
      await stage.fill('jobs', waitingJobs(await stage.account(), 3));
      await stage.local({ hold: { reason: 'paused', since: now, until: now } });
      const popup = await filled(stage);
      await popup.locator('.hold').waitFor();
      return popup;
    },
    thousands: async (stage) => {
      await stage.local({ hold: null });
      await stage.fill('jobs', endedJobs(3000, await stage.account()));
      const popup = await filled(stage);
      await popup
        .locator('option')
        .filter({ hasText: /3\D?000/ })
        .first()
        .waitFor({ state: 'attached' });
      return popup;
    },
  },
};
