import { expect, it } from 'vitest';
import { entriesOf } from '@/lib/library/entry';
import { inOrder, type Order } from '@/lib/library/order';
import { groupVersions } from '@/lib/library/versions';
import { clip } from '../../samples/jobs';

const media = [
  clip(1, { title: 'Ä', position: 2, madeAt: 10, workflowId: 'w' }),
  clip(2, { title: 'b', position: 1, madeAt: 30 }),
  clip(3, { title: 'a', madeAt: 20 }),
  clip(4, { title: 'c', position: 0, madeAt: 40, workflowId: 'w' }),
];

it.each<[Order, readonly string[]]>([
  ['newest', ['c', 'b', 'a']],
  ['flow', ['a', 'c', 'b']],
  ['title', ['a', 'b', 'c']],
])(
  'in the order %s clips stand with their newest version in the place of them all',
  (order, titles) => {
    const groups = groupVersions(entriesOf(media, new Map()));
    const compare = new Intl.Collator('en').compare;
    expect(inOrder(groups, order, compare).map(({ versions }) => versions[0].media.title)).toEqual(
      titles,
    );
  },
);

it('clips of one moment keep one order, however they come', () => {
  const same = [1, 2, 3].map((n) => clip(n, { madeAt: 1 }));
  const keys = (all: typeof same) =>
    inOrder(groupVersions(entriesOf(all, new Map())), 'newest', () => 0).map(({ key }) => key);
  expect(keys(same)).toEqual(keys(same.toReversed()));
});
