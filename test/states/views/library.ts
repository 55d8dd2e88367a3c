import type { Page } from '@playwright/test';
import { CLIPS, PROJECTS } from '../../twin/world';
import { oneOfEach, pageJobs } from '../jobs';
import type { Stage } from '../stage';
import type { View } from '../view';

const { elm, empty } = PROJECTS;

const tile = (page: Page, mediaId: string) => page.locator(`[data-tile="${mediaId}"]`);

async function opened(stage: Stage, size?: { width: number; height: number }): Promise<Page> {
  const page = await stage.open('library', `#${elm.id}`, size);
  await page.locator('.library-tile').first().waitFor();
  return page;
}

async function detail(page: Page, mediaId: string): Promise<Page> {
  await tile(page, mediaId).click();
  await page.locator('.library-facts').waitFor();
  await page.locator('.preview video, .preview img').first().waitFor();
  for (const video of await page.locator('.preview video').all())
    await video.evaluate(async (playing: HTMLVideoElement) => {
      if (playing.readyState === 0)
        await new Promise((done) => playing.addEventListener('loadedmetadata', done));
      playing.pause();
      playing.currentTime = 1;
      await new Promise((done) => playing.addEventListener('seeked', done));
    });
  return page;
}

export const library: View = {
  name: 'library',
  states: {
    'no-project': async (stage) => {
      const page = await stage.open('library');
      await page.locator('.library-empty').waitFor();
      return page;
    },
    grid: async (stage) => {
      await stage.flow();
      const account = await stage.account();
      await stage.fill('jobs', oneOfEach(account));
      await stage.fill('pageJobs', pageJobs(account));
      return opened(stage);
    },
    detail: ({ page }) => detail(page, CLIPS.witch.mediaId),
    versions: ({ page }) => detail(page, CLIPS.street.mediaId),
    placed: async ({ page }) => {
      await page.locator('.library-actions .btn-s').first().click();
      await page.locator('.library-placed p').waitFor();
      return page;
    },
    chosen: async ({ page }) => {
      await page.keyboard.press('Escape');
      for (const { mediaId } of [CLIPS.street, CLIPS.door, CLIPS.balloon])
        await tile(page, mediaId).click({ modifiers: ['ControlOrMeta'] });
      await page.locator('.library-bar').waitFor();
      return page;
    },
    saved: async ({ page }) => {
      await page.locator('.library-bar .btn-main').click();
      await page.locator('.library-tags .lucide-check').nth(2).waitFor();
      return page;
    },
    'contact-sheet': async ({ page }) => {
      await page.locator('.library-bar .btn-tall').click();
      await page.locator('.library-sheet video').nth(2).waitFor();
      return page;
    },
    'two-compared': async ({ page }) => {
      await page.locator('.library-sheet .transport > .btn').click();
      await page.locator('.screen video').nth(1).waitFor();
      return page;
    },
    narrow: async (stage) => {
      const page = await opened(stage, { width: 480, height: 800 });
      await tile(page, CLIPS.train.mediaId).click({ modifiers: ['ControlOrMeta'] });
      await page.locator('.library-bar').waitFor();
      return page;
    },
    'narrow-detail': ({ page }) => detail(page, CLIPS.train.mediaId),
    'nothing-found': async (stage) => {
      const page = await opened(stage);
      await page.locator('.library-search [type=search]').fill('zzz');
      await page.locator('.library-empty').waitFor();
      return page;
    },
    'no-clips': async (stage) => {
      await stage.local({ projects: { [empty.id]: empty.title, [elm.id]: elm.title } });
      const page = await stage.open('library', `#${empty.id}`);
      await page.locator('.library-empty').waitFor();
      return page;
    },
  },
};
