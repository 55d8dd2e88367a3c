import type { Page } from '@playwright/test';
import type { Draft } from '@/lib/job/draft';
import { CLIPS } from '../../twin/world';
import type { Stage } from '../stage';
import type { View } from '../view';

/** Sends a draft and waits until all its jobs have ended. */
async function make(stage: Stage, draft: Partial<Draft>): Promise<Page> {
  const popup = await stage.compose(draft);
  await popup.locator('.foot .btn-main').click();
  await popup.locator('.peek [data-name="running"], .peek .bar').waitFor();
  await popup.locator('.peek .bar').waitFor({ state: 'detached', timeout: 60_000 });
  return popup;
}

/** The comparison of the newest batch's first take, from the list. */
async function opened(stage: Stage): Promise<Page> {
  const popup = await stage.open('popup', '#jobs');
  await popup.locator('.batch .job-act .btn').click();
  await popup.locator('.screen').waitFor();
  return popup;
}

async function shown(stage: Stage): Promise<Page> {
  const popup = await opened(stage);
  await standing(popup);
  return popup;
}

/** Both videos stand on a frame well inside. */
async function standing(popup: Page): Promise<void> {
  await popup.waitForFunction(() => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('.screen video')];
    return videos.length === 2 && videos.every(({ readyState }) => readyState >= 2);
  });
  for (let times = 0; times < 6; times++) await popup.keyboard.press('Shift+ArrowRight');
  await popup.waitForTimeout(500);
}

const how = (popup: Page, index: number) =>
  popup.locator('input[name="compare-mode"]').nth(index).check();

export const compare: View = {
  name: 'compare',
  twin: { durationsMs: { reshoot: 300, upscale: 300 } },
  begin: async (stage) => {
    await stage.local({ settings: { gapSeconds: 1, atOnce: 8 } });
    await stage.flow();
    await make(stage, {
      action: 'reshoot',
      clipId: CLIPS.street.mediaId,
      moves: ['RIGHT_TO_LEFT', 'FORWARD', 'UP'],
    });
  },
  states: {
    wipe: shown,
    side: async (stage) => {
      const popup = await shown(stage);
      await how(popup, 1);
      return popup;
    },
    hold: async (stage) => {
      const popup = await shown(stage);
      await how(popup, 2);
      return popup;
    },
    'two-results': async (stage) => {
      const popup = await shown(stage);
      const others = popup.locator('.take-strip [aria-pressed="false"]');
      await others.first().click({ modifiers: ['Shift'] });
      await popup.locator('.compare-body').evaluate((body) => body.scrollTo(0, 0));
      return popup;
    },
    kept: async (stage) => {
      const popup = await shown(stage);
      await popup.keyboard.press('k');
      await popup.locator('.take-kept').first().waitFor();
      return popup;
    },
    below: async (stage) => {
      const popup = await shown(stage);
      await popup.locator('.compare-body').evaluate((body) => body.scrollTo(0, 9999));
      return popup;
    },
    sheet: async (stage) => {
      const popup = await stage.open('popup', '#jobs');
      await popup.locator('.batch-sheet video').first().waitFor();
      await popup.waitForTimeout(500);
      return popup;
    },
    lineage: async (stage) => {
      const [take] = await stage.resultsOf('reshoot');
      if (take === undefined) throw new Error('There is no result to go on from');
      await make(stage, { action: 'upscale', clipId: take });
      const popup = await stage.open('popup', '#jobs');
      const row = popup.locator('.job').first();
      await row.locator('.menu-btn').click();
      await popup.locator('.menu-placed .menu-item').first().click();
      await popup.locator('.screen').waitFor();
      await popup.locator('.compare-body').evaluate((body) => body.scrollTo(0, 9999));
      return popup;
    },
    'file-gone': async (stage) => {
      const page = await stage.flow();
      await page.route('**/trpc/**', (route) => route.abort());
      await stage.alter('media', { addressExpiresAt: 1 });
      const popup = await opened(stage);
      await popup.locator('.compare-body [role="alert"]').first().waitFor();
      return popup;
    },
  },
};
