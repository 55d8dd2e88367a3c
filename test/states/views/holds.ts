import { expect, type Page } from '@playwright/test';
import { MINUTE_MS } from '@/lib/base/time';
import type { HoldReason } from '@/lib/jobs/hold';
import { ADA, CLIPS } from '../../twin/world';
import { waitingJobs } from '../jobs';
import type { Stage } from '../stage';
import { keepOlder, takeOver } from '../store';
import type { View } from '../view';

const PACE = { gapSeconds: 600, atOnce: 1 };

async function shown(stage: Stage): Promise<Page> {
  const popup = await stage.compose({ action: 'upscale', clipId: CLIPS.witch.mediaId });
  await popup.locator('.hold').waitFor();
  return popup;
}

/** A hold that stays until its time or the user ends it. */
async function held(stage: Stage, reason: HoldReason, lastsMs: number): Promise<void> {
  const since = Date.now();
  await stage.session({ 'hold-seen': since });
  await stage.local({ hold: { reason, since, until: since + lastsMs } });
}

/** The same popup when another hold takes the place of the one before. */
async function then(stage: Stage, reason: HoldReason, lastsMs: number): Promise<Page> {
  const title = stage.page.locator('.hold b');
  const before = (await title.textContent()) ?? '';
  await held(stage, reason, lastsMs);
  await expect(title).not.toHaveText(before);
  return stage.page;
}

/** A hold that the background finds by itself, in the jobs that wait. */
async function found(stage: Stage, account: string): Promise<Page> {
  await stage.local({ hold: null });
  await stage.fill('jobs', waitingJobs(account, 2));
  return shown(stage);
}

/** Waits of ten seconds, as the one for pages of an older version is, are over at once. */
function waitNoTime(): void {
  const wait = window.setTimeout.bind(window);
  const waitNot = (run: TimerHandler, ms?: number) => wait(run, ms === 10_000 ? 0 : ms);
  Object.assign(window, { setTimeout: waitNot });
}

export const holds: View = {
  name: 'holds',
  begin: async (stage) => {
    stage.twin.holdReplies('submit');
    await stage.local({ settings: PACE });
    await stage.flow();
  },
  states: {
    verification: async (stage) => {
      await stage.fill('jobs', waitingJobs(await stage.account(), 2));
      await held(stage, 'verification', 14 * MINUTE_MS);
      return shown(stage);
    },
    throttled: (stage) => then(stage, 'throttled', MINUTE_MS),
    quota: (stage) => then(stage, 'quota', 0),
    trouble: (stage) => then(stage, 'trouble', 2 * MINUTE_MS),
    outage: (stage) => then(stage, 'outage', 5 * MINUTE_MS),
    refused: (stage) => then(stage, 'refused', 0),
    paused: (stage) => then(stage, 'paused', 0),
    'day-limit': async (stage) => {
      await stage.local({ settings: { ...PACE, dayLimit: 10 } });
      return found(stage, await stage.account());
    },
    'no-credits': async (stage) => {
      await stage.local({ settings: PACE });
      for (const account of stage.twin.accounts)
        if (account.email === ADA.email) account.balance = 5;
      await stage.flow();
      return found(stage, await stage.account());
    },
    'other-account': (stage) => found(stage, 'account-of-somebody-else'),
    // From here on the worker, too, asks for its database no more.
    'store-newer': async (stage) => {
      await stage.page.evaluate(takeOver);
      await stage.page.locator('.store-note').waitFor();
      return stage.page;
    },
    'store-blocked': async (stage) => {
      const older = await stage.chromium.openOwn('manifest.json');
      await older.evaluate(keepOlder);
      await stage.page.addInitScript(waitNoTime);
      const popup = await stage.open('popup');
      await popup.locator('.store-note').waitFor();
      return popup;
    },
  },
};
