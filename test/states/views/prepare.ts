import type { Page } from '@playwright/test';
import type { Draft } from '@/lib/drafts/draft';
import { prepareJob } from '@/lib/jobs/prepared';
import { JOBS, uuid } from '../../samples/jobs';
import { CLIPS, IMAGES, PROJECTS } from '../../twin/world';
import type { Stage } from '../stage';
import type { View } from '../view';

/** There a medium is known by its key. */
const { witch, street } = CLIPS;
const words = 'She straightens her hat and flies on towards the one lit window.';

async function prepared(stage: Stage, draft: Partial<Draft>): Promise<Page> {
  const popup = await stage.compose(draft);
  await popup.locator('.prepare-how').waitFor();
  return popup;
}

export const prepare: View = {
  name: 'prepare',
  async begin(stage) {
    const tab = await stage.go(stage.twin.flowGoogle.pageUrl('elm'));
    await tab.locator('.tile').first().waitFor({ state: 'attached' });
    const popup = await stage.open('popup');
    await popup.locator('.clip').first().waitFor();
  },
  states: {
    extend: (stage) =>
      prepared(stage, { action: 'extend', clipId: witch.mediaKey, extendPrompt: words }),
    wanting: async ({ page: popup }) => {
      await popup.getByRole('textbox').fill('');
      await popup.locator('.foot .btn-main').click();
      await popup.locator('.problem').first().waitFor();
      return popup;
    },
    upscale: (stage) => prepared(stage, { action: 'upscale', clipId: witch.mediaKey }),
    references: (stage) =>
      prepared(stage, {
        action: 'references',
        imageIds: [IMAGES.coat.mediaKey, IMAGES.lantern.mediaKey],
        referencesPrompt: words,
      }),
    'not-there': async (stage) => {
      const popup = await stage.compose({ action: 'reshoot', clipId: witch.mediaKey });
      await popup.locator('.card').waitFor();
      return popup;
    },
    waiting: async (stage) => {
      const wanted = {
        ...{ account: await stage.account(), projectId: PROJECTS.elm.id, title: witch.title },
        ...{ action: 'extend' as const, prompt: words, sourceIds: [witch.mediaKey], price: 5 },
      };
      const upscale = {
        ...wanted,
        ...{ action: 'upscale' as const, title: street.title, sourceIds: [street.mediaKey] },
      };
      const now = Date.now();
      const jobs = [prepareJob(wanted, uuid(71), now), prepareJob(upscale, uuid(72), now - 1)];
      await stage.fill('jobs', [JOBS.done]);
      await stage.fill('pageJobs', jobs);
      const popup = await stage.open('popup', '#jobs');
      await popup.locator('[data-state="prepared"]').first().waitFor();
      return popup;
    },
    panel: async (stage) => {
      await stage.local({
        draft: {
          writer: 'stage',
          draft: {
            ...{ action: 'extend', clipId: witch.mediaKey, extendPrompt: words, moves: [] },
            ...{ imageIds: [], referencesPrompt: '', aspect: 'landscape', takes: 1 },
          },
        },
      });
      const panel = await stage.open('sidepanel');
      await panel.locator('[data-state="prepared"]').first().waitFor();
      return panel;
    },
  },
};
