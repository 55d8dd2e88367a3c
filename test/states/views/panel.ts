import type { Page } from '@playwright/test';
import type { Draft } from '@/lib/drafts/draft';
import { CLIPS } from '../../twin/world';
import { oneBatch, oneOfEach } from '../jobs';
import type { Stage } from '../stage';
import type { View } from '../view';

const draft: Draft = {
  ...{ action: 'reshoot', clipId: CLIPS.door.mediaId },
  ...{ moves: ['RIGHT_TO_LEFT', 'FORWARD', 'STATIONARY_DOWN'], imageIds: [] },
  ...{ extendPrompt: '', referencesPrompt: '', aspect: 'landscape', takes: 1 },
};

async function opened(stage: Stage, width: number, height: number): Promise<Page> {
  await stage.local({ draft: { writer: 'stage', draft } });
  const panel = await stage.open('sidepanel', '', { width, height });
  await panel.locator('.batch-sheet .take-pic').first().waitFor();
  await panel.locator('.planes').first().waitFor();
  return panel;
}

async function sized(page: Page, width: number, height: number): Promise<Page> {
  await page.setViewportSize({ width, height });
  return page;
}

export const panel: View = {
  name: 'panel',
  states: {
    'first-run': async (stage) => {
      const page = await stage.open('sidepanel');
      await page.locator('.card').waitFor();
      return page;
    },
    narrow: async (stage) => {
      stage.twin.holdReplies('status');
      await stage.local({ settings: { gapSeconds: 600, atOnce: 1 } });
      await stage.flow();
      const account = await stage.account();
      await stage.fill('jobs', [...oneBatch(account), ...oneOfEach(account)]);
      return opened(stage, 320, 1000);
    },
    usual: ({ page }) => sized(page, 420, 1100),
    wide: ({ page }) => sized(page, 860, 820),
    compare: async ({ page }) => {
      await page.locator('.batch .job-act .btn').click();
      await page.locator('.screen').waitFor();
      return page;
    },
  },
};
