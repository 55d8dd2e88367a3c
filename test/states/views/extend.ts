import type { Page } from '@playwright/test';
import type { Draft } from '@/lib/drafts/draft';
import { CLIPS } from '../../twin/world';
import type { Stage } from '../stage';
import type { View } from '../view';

const last: Partial<Draft> = {
  action: 'extend',
  clipId: CLIPS.witch.mediaId,
  extendPrompt: 'She straightens her hat and flies on towards the one lit window.',
};

const LONG = 'The lamps come on one by one and a red car passes. ';

/** Once both pictures are the very frames. */
async function exact(popup: Page): Promise<Page> {
  await popup.locator('.end [aria-busy="false"]').nth(1).waitFor();
  return popup;
}

/** With the strip drawn and both ends shown. */
async function drawn(stage: Stage, draft: Partial<Draft>): Promise<Page> {
  const popup = await stage.compose(draft);
  await popup.locator('.thumbs[data-ready]').waitFor();
  return exact(popup);
}

export const extend: View = {
  name: 'extend',
  begin: (stage) => stage.flow(),
  states: {
    empty: (stage) => stage.compose({ action: 'extend' }),
    last: (stage) => drawn(stage, last),
    focus: async ({ page: popup }) => {
      await popup.locator('[role="slider"]').first().focus();
      await popup.keyboard.press('ArrowLeft');
      return exact(popup);
    },
    playing: async ({ page: popup }) => {
      await popup.locator('button.play').click();
      // Without a size before the first picture.
      await popup.locator('.monitor canvas:not([width="0"])').waitFor();
      return popup;
    },
    free: (stage) => drawn(stage, { ...last, freeRange: true, range: { start: 60, end: 131 } }),
    problem: async (stage) => {
      const popup = await drawn(stage, { ...last, extendPrompt: '', freeRange: true });
      await popup.locator('.end-field input').nth(1).fill('200');
      await popup.locator('.foot .btn-main').click();
      await popup.locator('.problem').first().waitFor();
      return popup;
    },
    portrait: (stage) => drawn(stage, { ...last, clipId: CLIPS.balloon.mediaId }),
    long: (stage) => drawn(stage, { ...last, takes: 3, seed: 48213, extendPrompt: LONG.repeat(9) }),
    'no-file': async (stage) => {
      await withoutFiles(stage);
      const popup = await stage.compose(last);
      await popup.locator('button.play:disabled').waitFor();
      return popup;
    },
    'length-unknown': async (stage) => {
      await stage.alter('media', { frames: undefined });
      const popup = await stage.compose(last);
      await popup.locator('.why button').waitFor();
      return popup;
    },
  },
};

/** All URLs have run out, and Flow's page cannot get others. */
async function withoutFiles(stage: Stage): Promise<void> {
  const page = await stage.flow();
  await page.route('**/trpc/**', (route) => route.abort());
  await stage.alter('media', { urlExpiresAt: 1 });
}
