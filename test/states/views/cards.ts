import { expect, type Page } from '@playwright/test';
import { MINUTE_MS } from '@/lib/base/time';
import { atRest } from '../../e2e/support/at-rest';
import { refuseSites, setSiteAccess } from '../../e2e/support/site-access';
import { JOBS } from '../../samples/jobs';
import { RETIRED } from '../../twin/retired';
import type { Call } from '../../twin/twin';
import { ADA, CLIPS } from '../../twin/world';
import { breakTitles } from '../break-titles';
import { waitingJobs } from '../jobs';
import type { Stage } from '../stage';
import type { View } from '../view';

/** The background's own look at the balance. */
const isOwnLook = ({ path, headers }: Call) =>
  path === '/v1/credits' && headers['sec-fetch-site'] === 'none';

async function card(stage: Stage): Promise<Page> {
  const popup = await stage.open('popup');
  await popup.locator('.card').waitFor();
  return popup;
}

async function cardAt(stage: Stage, url: string): Promise<Page> {
  await stage.go(url);
  return card(stage);
}

export const cards: View = {
  name: 'cards',
  states: {
    'sites-first-run': async (stage) => {
      await setSiteAccess(stage.chromium, 'ON_CLICK');
      const popup = await card(stage);
      await popup.locator('.card summary').click();
      return popup;
    },
    'sites-refused': async (stage) => {
      await stage.local({ welcomed: 1 });
      const popup = await card(stage);
      await refuseSites(popup);
      await popup.locator('.card .btn-main').click();
      await popup
        .locator('.card .hint')
        .filter({ hasText: /not allowed|No se permitieron|尚未获准/ })
        .waitFor();
      return popup;
    },
    'first-run': async (stage) => {
      await stage.local({ welcomed: 0 });
      await setSiteAccess(stage.chromium, 'ON_ALL_SITES');
      return card(stage);
    },
    'signed-out': (stage) => cardAt(stage, `${stage.twin.pageUrl('elm')}?as=nobody`),
    'no-project': (stage) => cardAt(stage, `${stage.twin.pageUrl()}?as=${ADA.email}`),
    'no-clips': (stage) => cardAt(stage, stage.twin.pageUrl('empty')),
    reading: async (stage) => {
      await stage.local({ projects: {} });
      const popup = await stage.open('popup');
      await popup.locator('.reading .hint').waitFor();
      return popup;
    },
    'no-flow': (stage) => cardAt(stage, 'about:blank'),
    moved: async (stage) => {
      const release = stage.twin.answerWith('trpc', RETIRED, Number.POSITIVE_INFINITY);
      const popup = await cardAt(stage, stage.twin.pageUrl('elm'));
      release();
      await popup.locator('.card summary').click();
      return popup;
    },
    stale: async (stage) => {
      await stage.flow();
      await stage.session({ tabs: {} });
      return card(stage);
    },
    'flow-only': async (stage) => {
      await stage.flow();
      await stage.local({ verified: { [await stage.account()]: Date.now() } });
      return card(stage);
    },
    verification: async (stage) => {
      await stage.local({ verified: {} });
      await stage.flow();
      await stage.fill('jobs', waitingJobs(await stage.account(), 3));
      const since = Date.now();
      const hold = { reason: 'verification', since, until: since + 15 * MINUTE_MS };
      await stage.local({ hold });
      return card(stage);
    },
    offline: async (stage) => {
      await stage.local({ hold: null });
      await stage.fill('jobs', []);
      const popup = await stage.compose({ clipId: CLIPS.witch.mediaId });
      await stage.chromium.context.setOffline(true);
      await popup.locator('.card').waitFor();
      await popup.locator('.card .btn').first().click();
      return popup;
    },
    'store-refused': async (stage) => {
      await stage.chromium.context.setOffline(false);
      const looks = () => stage.twin.calls.filter(isOwnLook).length;
      const before = looks();
      const popup = await stage.compose({ clipId: CLIPS.witch.mediaId });
      await popup.locator('.planes').first().waitFor();
      // Each step of the queue that goes well takes it back, and a popup that opens makes one.
      await expect.poll(looks).toBeGreaterThan(before);
      await atRest(stage.chromium);
      await stage.session({ 'store-refused': Date.now() });
      await popup.locator('.store-note').waitFor();
      return popup;
    },
    broken: async (stage) => {
      await stage.session({ 'store-refused': null });
      await stage.fill('jobs', [JOBS.done]);
      const before = await stage.open('popup');
      await before.addInitScript(breakTitles);
      const popup = await stage.open('popup', '#jobs');
      await popup.locator('.broken').waitFor();
      return popup;
    },
  },
};
