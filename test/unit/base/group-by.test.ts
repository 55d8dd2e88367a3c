import { expect, it } from 'vitest';
import { groupBy } from '@/lib/base/group-by';

it('grouping keeps the order of what came first, of the groups and within them', () => {
  const groups = groupBy(['beta', 'alpha', 'bravo', 'anna'], (word) => word.slice(0, 1));
  expect([...groups]).toEqual([
    ['b', ['beta', 'bravo']],
    ['a', ['alpha', 'anna']],
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});
