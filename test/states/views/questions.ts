import type { Page } from '@playwright/test';
import type { Limits } from '@/lib/drafts/limits';
import type { LearnedModels } from '@/lib/flow/models';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { uuid } from '../../samples/jobs';
import { CLIPS } from '../../twin/world';
import type { Stage } from '../stage';
import type { View } from '../view';

const KEY = 'veo_3_0_reshoot_landscape';
const NEWER = 'veo_9_9_reshoot_landscape';

/** Flow's list names a newer model, which the page uses, and no price of it. */
const WITH_NEWER: LearnedModels = {
  keys: { 'reshoot/landscape/ultra': NEWER },
  prices: {},
  listed: { keys: [NEWER], prices: {}, tierPrices: {} },
};

interface Reasons {
  readonly limits?: Limits;
  readonly learned?: LearnedModels;
  /** Of the one submit of today. */
  readonly spent?: Pick<LedgerEntry, 'charged' | 'price' | 'credits'>;
}

/** What the button asks before three moves go out, in place of the button. */
function asked({ limits = {}, learned = { keys: {}, prices: {} }, spent }: Reasons) {
  return async (stage: Stage): Promise<Page> => {
    await stage.local({ settings: { gapSeconds: 10, atOnce: 4, ...limits }, models: learned });
    const account = await stage.account();
    await stage.fill('ledger', spent ? [entry(account, spent)] : []);
    const popup = await stage.compose({
      action: 'reshoot',
      clipId: CLIPS.door.mediaId,
      moves: ['RIGHT_TO_LEFT', 'FORWARD', 'STATIONARY_DOWN'],
    });
    await popup.locator('.foot .btn-main').click();
    await popup.locator('.ask').waitFor();
    return popup;
  };
}

function entry(account: string, charge: NonNullable<Reasons['spent']>): LedgerEntry {
  const at = Date.now();
  const id = uuid(1);
  return {
    ...{ id: `${id}@${at}`, jobId: id, sceneId: id, at, account },
    ...{ action: 'reshoot', title: CLIPS.door.title, ...charge },
  };
}

export const questions: View = {
  name: 'questions',
  begin: (stage) => stage.flow(),
  states: {
    day: asked({
      limits: { dayLimit: 90 },
      spent: { charged: 'yes', price: 40, credits: 40 },
    }),
    spent: asked({ limits: { dayLimit: 500 }, spent: { charged: 'unknown' } }),
    cheaper: asked({ learned: { keys: {}, prices: { [KEY]: 5 } } }),
    model: asked({ learned: WITH_NEWER }),
    price: asked({ limits: { batchLimit: 100 }, learned: WITH_NEWER }),
  },
};
