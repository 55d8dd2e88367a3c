import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { costText } from '@/lib/text/cost-text';
import { uuid } from '../../samples/jobs';

const entry = (own: Partial<LedgerEntry>): LedgerEntry => ({
  id: 'job@1',
  jobId: uuid(1),
  at: 1,
  account: 'ada',
  action: 'reshoot',
  sceneId: uuid(1),
  title: 'Witch lands',
  charged: 'unknown',
  ...own,
});

describe('the cost of a finished job', () => {
  it.each([
    [
      'what was charged, whatever was expected',
      20,
      entry({ charged: 'yes', credits: 25 }),
      '25 credits',
    ],
    ['nothing, where nothing was charged', 20, entry({ charged: 'no', credits: 0 }), 'free'],
    [
      'about the expected, where nobody knows yet',
      20,
      entry({ credits: 0, price: 20 }),
      'about 20 credits',
    ],
    ['free, where that was expected', 0, entry({ price: 0 }), 'free'],
    ['the expected, without an entry', 20, undefined, '20 credits'],
    ['one credit in the singular', 1, undefined, '1 credit'],
    ['unknown, where not even a price was known', undefined, entry({}), 'price unknown'],
    ['nothing to say without price and entry', undefined, undefined, undefined],
  ])('is %s', (_, price, found, words) => {
    expect(costText(price, found)).toBe(words);
  });
});
