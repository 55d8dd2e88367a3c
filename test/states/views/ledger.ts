import { HOUR_MS } from '@/lib/base/time';
import { ACTIONS } from '@/lib/flow/action';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { uuid } from '../../samples/jobs';
import { CLIPS } from '../../twin/world';
import { pageJobs } from '../jobs';
import type { View } from '../view';
import { at } from './options';

const PRICES = { extend: 10, reshoot: 20, upscale: 0, references: 10 } as const;
const TITLES = [CLIPS.street, CLIPS.witch, CLIPS.cat, CLIPS.train].map(({ title }) => title);

/** Submits of three weeks, some a day, each action and several clips among them. */
const spent = (account: string): LedgerEntry[] =>
  Array.from({ length: 60 }, (_, index) => {
    const action = ACTIONS[((index * 7) % 5) % ACTIONS.length] ?? 'reshoot';
    const at = Date.now() - Math.floor(index * 8.4 + (index % 7) * 3) * HOUR_MS;
    const charged = index % 19 === 4 ? 'unknown' : index % 13 === 6 ? 'no' : 'yes';
    const price = PRICES[action];
    return {
      ...{ id: `${uuid(index + 1)}@${at}`, jobId: uuid(index + 1), sceneId: uuid(index + 1), at },
      ...{ account, action, price, charged, title: TITLES[index % TITLES.length] ?? '' },
      balanceAfter: 900 + index * 12,
      ...(charged === 'yes' && { credits: price }),
      ...(charged === 'no' && { credits: 0 }),
    };
  });

export const ledger: View = {
  name: 'ledger',
  begin: (stage) => stage.flow(),
  states: {
    empty: at('ledger'),
    days: async (stage) => {
      await stage.fill('ledger', spent(await stage.account()));
      const page = await at('ledger')(stage);
      await page.locator('.ledger').waitFor();
      return page;
    },
    'page-jobs': async (stage) => {
      await stage.fill('pageJobs', pageJobs(await stage.account()));
      const page = await at('ledger')(stage);
      await page.locator('.figure-note').waitFor();
      return page;
    },
    entries: async ({ page }) => {
      await page.locator('.ledger table').last().scrollIntoViewIfNeeded();
      return page;
    },
    clips: async ({ page }) => {
      await page.locator('.ledger input[type="radio"]').nth(2).check();
      return page;
    },
    narrow: async (stage) => {
      const page = await stage.open('options', '#ledger', { width: 420, height: 800 });
      await page.locator('.ledger').waitFor();
      return page;
    },
  },
};
