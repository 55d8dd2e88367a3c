import { expect, type Page } from '@playwright/test';
import type { Draft } from '@/lib/drafts/draft';
import { CLIPS } from '../../twin/world';
import type { Stage } from '../stage';
import type { View } from '../view';

type BatchOrder = Partial<Draft> & Pick<Draft, 'action'>;

/** Sends a draft and waits until each of its jobs has its result. */
async function make(stage: Stage, draft: BatchOrder): Promise<void> {
  const results = async () => (await stage.resultsOf(draft.action)).length;
  const before = await results();
  const popup = await stage.compose(draft);
  await popup.locator('.foot .btn-main').click();
  await expect
    .poll(results, { timeout: 60_000 })
    .toBe(before + (draft.action === 'reshoot' ? (draft.moves ?? []).length : 1));
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

/** So many videos, none of them on its way to another frame. */
async function still(popup: Page, videos: string, count: number): Promise<void> {
  await popup.waitForFunction(
    ([selector, wanted]) => {
      const all = [...document.querySelectorAll<HTMLVideoElement>(selector)];
      return (
        all.length === wanted && all.every(({ readyState, seeking }) => readyState >= 2 && !seeking)
      );
    },
    [videos, count] as const,
  );
}

/** Both videos stand on a frame well inside. */
async function standing(popup: Page): Promise<void> {
  await still(popup, '.screen video', 2);
  for (let times = 0; times < 6; times++) await popup.keyboard.press('Shift+ArrowRight');
  await still(popup, '.screen video', 2);
}

const how = (popup: Page, index: number) =>
  popup.locator('input[name="compare-mode"]').nth(index).check();

export const compare: View = {
  name: 'compare',
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
    side: async ({ page: popup }) => {
      await how(popup, 1);
      return popup;
    },
    hold: async ({ page: popup }) => {
      await how(popup, 2);
      return popup;
    },
    'two-results': async ({ page: popup }) => {
      await how(popup, 0);
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
    below: async ({ page: popup }) => {
      await popup.locator('.compare-body').evaluate((body) => body.scrollTo(0, 9999));
      return popup;
    },
    sheet: async (stage) => {
      const popup = await stage.open('popup', '#jobs');
      await still(popup, '.batch-sheet video', 3);
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
      // Storage refuses them at the known URLs and at fresh ones.
      await stage.flow();
      stage.twin.renewAddresses();
      stage.twin.spoilFiles('forbidden');
      const popup = await opened(stage);
      await expect(popup.locator('.compare-body .no-file [role="alert"]')).toHaveCount(2);
      await expect(popup.locator('.compare-body .no-file button')).toHaveCount(2);
      return popup;
    },
  },
};
