import type { Page } from '@playwright/test';
import type { Draft } from '@/lib/drafts/draft';
import { MOTIONS, MOVES } from '@/lib/flow/moves';
import { ADA, CLIPS } from '../../twin/world';
import { notFound } from '../jobs';
import type { Stage } from '../stage';
import type { View } from '../view';

const three: Partial<Draft> = {
  action: 'reshoot',
  clipId: CLIPS.door.mediaId,
  moves: ['RIGHT_TO_LEFT', 'FORWARD', 'STATIONARY_DOWN'],
};

/** On the clip's own first frame. */
async function framed(stage: Stage, draft: Partial<Draft>): Promise<Page> {
  const popup = await stage.compose(draft);
  await popup.locator('.planes').first().waitFor();
  return popup;
}

async function withBalance(stage: Stage, balance: number): Promise<void> {
  for (const account of stage.twin.accounts)
    if (account.email === ADA.email) account.balance = balance;
  await stage.flow();
}

export const reshoot: View = {
  name: 'reshoot',
  begin: (stage) => stage.flow(),
  states: {
    empty: (stage) => stage.compose({ action: 'reshoot' }),
    problem: async ({ page: popup }) => {
      await popup.locator('.btn-main').click();
      await popup.locator('.problem').first().waitFor();
      return popup;
    },
    three: (stage) => framed(stage, three),
    portrait: (stage) =>
      framed(stage, { ...three, clipId: CLIPS.balloon.mediaId, moves: ['UP', 'BACKWARD'] }),
    all: (stage) => framed(stage, { ...three, moves: [...MOVES] }),
    limit: async (stage) => {
      await stage.local({ settings: { gapSeconds: 10, atOnce: 4, batchLimit: 100 } });
      const popup = await framed(stage, { ...three, moves: MOTIONS });
      await popup.locator('.foot .btn-main').click();
      await popup.locator('.ask').waitFor();
      return popup;
    },
    short: async (stage) => {
      await withBalance(stage, 35);
      const popup = await framed(stage, three);
      await popup.locator('.after-short').waitFor();
      await popup.locator('.foot .btn-main').click();
      await popup.locator('.card').waitFor();
      return popup;
    },
    withdrawn: async (stage) => {
      await withBalance(stage, ADA.balance);
      await stage.fill('jobs', [notFound(await stage.account())]);
      const popup = await stage.compose(three);
      await popup.locator('.card').waitFor();
      return popup;
    },
  },
};
