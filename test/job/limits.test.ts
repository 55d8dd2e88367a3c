import { expect, it } from 'vitest';
import { questionFor } from '@/lib/job/limits';

it.each([
  ['no limits', 500, 900, {}, undefined],
  ['no limits, no price', undefined, 0, {}, undefined],
  ['at the limit of a wish', 100, 0, { wishLimit: 100 }, undefined],
  ['above the limit of a wish', 101, 0, { wishLimit: 100 }, { kind: 'wish', sum: 101, limit: 100 }],
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
    { wishLimit: 100, dayLimit: 200 },
    { kind: 'wish', sum: 150, limit: 100 },
  ],
] as const)('%s', (_, sum, spent, limits, question) => {
  expect(questionFor(sum, spent, limits)).toEqual(question);
});
