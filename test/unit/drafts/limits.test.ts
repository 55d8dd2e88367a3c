import { expect, it } from 'vitest';
import { questionFor } from '@/lib/drafts/limits';
import { NO_COST } from '@/lib/ledger/cost';

it.each([
  ['no limits', 500, 900, {}, undefined],
  ['no limits, no price', undefined, 0, {}, undefined],
  ['at the limit of a wish', 100, 0, { batchLimit: 100 }, undefined],
  [
    'above the limit of a wish',
    101,
    0,
    { batchLimit: 100 },
    { kind: 'batch', sum: 101, limit: 100 },
  ],
  ['at the limit of a day', 60, 140, { dayLimit: 200 }, undefined],
  [
    'above the limit of a day',
    61,
    140,
    { dayLimit: 200 },
    { kind: 'day', sum: 61, spent: 140, limit: 200 },
  ],
  ['free, with the day used up', 0, 900, { dayLimit: 200 }, undefined],
  ['a limit and no price', undefined, 0, { dayLimit: 200 }, { kind: 'price' }],
  [
    'above both',
    150,
    190,
    { batchLimit: 100, dayLimit: 200 },
    { kind: 'batch', sum: 150, limit: 100 },
  ],
] as const)('%s', (_, sum, spent, limits, question) => {
  expect(questionFor({ sum }, { ...NO_COST, sure: spent }, limits)).toEqual(question);
});

const LIMITS = [{}, { batchLimit: 1 }, { dayLimit: 1 }, { batchLimit: 100, dayLimit: 200 }];

it.each(LIMITS)('a price below the known one asks first, with limits %j', (limits) => {
  expect(questionFor({ sum: 20, named: 0 }, NO_COST, limits)).toEqual({
    kind: 'cheaper',
    sum: 20,
    named: 0,
  });
});

it.each(LIMITS)('a price that has risen since it was read asks first, with limits %j', (limits) => {
  const dearer = { kind: 'dearer', sum: 30, before: 0 };
  expect(questionFor({ sum: 30, named: 30, read: 0 }, NO_COST, limits)).toEqual(dearer);
  for (const read of [30, 40, undefined])
    expect(questionFor({ sum: 30, named: 30, read }, NO_COST, {})).toBeUndefined();
});

it('a price that nobody has told, of a model that is not known here, asks without any limit', () => {
  expect(questionFor({ sum: undefined, isKnown: false }, NO_COST, {})).toEqual({ kind: 'model' });
  expect(questionFor({ sum: undefined, isKnown: false }, NO_COST, { batchLimit: 5 })).toEqual({
    kind: 'price',
  });
  expect(questionFor({ sum: undefined, isKnown: true }, NO_COST, {})).toBeUndefined();
});

it('a day whose spending nobody knows does not count as 0 under the limit of a day', () => {
  const open = { ...NO_COST, sure: 20, possibleUnpriced: 1 };
  expect(questionFor({ sum: 20 }, open, { dayLimit: 100 })).toEqual({
    kind: 'spent',
    sum: 20,
    limit: 100,
  });
  expect(questionFor({ sum: 20 }, open, { dayLimit: 30 })).toMatchObject({ kind: 'day' });
  expect(questionFor({ sum: 0 }, open, { dayLimit: 100 })).toBeUndefined();
  expect(questionFor({ sum: 20 }, open, { batchLimit: 100 })).toBeUndefined();
});
