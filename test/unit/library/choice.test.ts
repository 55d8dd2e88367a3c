import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/base/search';
import { chosenEntries, keysBetween, lengthOfAll, type Which } from '@/lib/library/choice';
import { entriesOf } from '@/lib/library/entry';
import { ANY, findGroups } from '@/lib/library/filter';
import { groupVersions } from '@/lib/library/versions';
import { clip, image } from '../../samples/jobs';

describe('a choice of clips', () => {
  const media = [
    clip(1, { workflowId: 'w', madeAt: 1, model: 'a' }),
    clip(2, { workflowId: 'w', madeAt: 2, model: 'a' }),
    clip(3, { workflowId: 'w', madeAt: 3, model: 'b' }),
    clip(4, { model: 'a' }),
  ];
  const found = findGroups(
    groupVersions(entriesOf(media, new Map())),
    { ...ANY, model: 'a' },
    () => plain(''),
    9,
  );

  it.each<[Which, readonly string[]]>([
    ['newest', ['Clip 3', 'Clip 4']],
    ['shown', ['Clip 2', 'Clip 4']],
    ['all', ['Clip 1', 'Clip 2', 'Clip 3', 'Clip 4']],
  ])('means of versions: %s', (which, titles) => {
    expect(chosenEntries(found, which).map(({ media: { title } }) => title)).toEqual(titles);
  });

  it('is as long as its clips together, as far as that is known', () => {
    const { frames: _, ...unmeasured } = clip(2);
    const entries = entriesOf(
      [clip(1), { ...unmeasured, seconds: 4 }, { ...unmeasured, id: 'x' }, image(3)],
      new Map(),
    );
    expect(lengthOfAll(entries)).toEqual({ frames: 288, unknown: 1 });
    expect(lengthOfAll([])).toEqual({ frames: 0, unknown: 0 });
  });

  it.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['b', 'b', ['b']],
    ['gone', 'b', ['b']],
    [undefined, 'b', ['b']],
    ['b', 'gone', []],
  ])('from %s to %s has %j', (from, to, keys) => {
    expect(keysBetween(['a', 'b', 'c', 'd'], from, to)).toEqual(keys);
  });
});
