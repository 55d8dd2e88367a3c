import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/base/search';
import { entriesOf } from '@/lib/library/entry';
import { ANY, findGroups } from '@/lib/library/filter';
import { makersOf } from '@/lib/library/recipe';
import { groupVersions } from '@/lib/library/versions';
import { dayText, lengthText, lineText, tileDetails, wayText } from '@/lib/text/library-text';
import { clip, image } from '../../samples/jobs';
import { ours } from '../../samples/library';

const NOW = Date.UTC(2026, 4, 6, 12);

const foundOf = (media: Parameters<typeof entriesOf>[0]) =>
  findGroups(groupVersions(entriesOf(media, new Map())), ANY, () => plain(''), NOW);

describe('a tile', () => {
  it('says what its title does not: shape, length, size, versions, and that it is saved', () => {
    const versions = [
      clip(1, { workflowId: 'w', madeAt: 1 }),
      clip(2, { workflowId: 'w', madeAt: 2, resolution: '1080p' }),
    ];
    expect(foundOf(versions).map((found) => tileDetails(found, true))).toEqual([
      ', landscape, 0:08, 1080p, 2 versions, saved',
    ]);
    expect(foundOf([image(1)]).map((found) => tileDetails(found, false))).toEqual([', image']);
  });

  it('says under its title how and when it was made, as far as that is known', () => {
    const [made] = entriesOf([clip(2, { madeAt: NOW })], makersOf([ours()], []));
    const [told] = entriesOf([clip(3, { madeBy: 'extend', madeAt: NOW })], new Map());
    const [bare] = entriesOf([clip(4, { seenAt: NOW })], new Map());
    expect([made, told, bare].map((entry) => entry && wayText(entry))).toEqual([
      ...['Orbit up', 'Extended', ''],
    ]);
    expect(told && lineText(told, NOW)).toBe('Extended · May 6');
    expect(bare && lineText(bare, NOW)).toBe('May 6');
  });
});

it('a day names its year where that is not this one', () => {
  expect(dayText(NOW, NOW)).toBe('May 6');
  expect(dayText(NOW, Date.UTC(2027, 4, 6))).toBe('May 6, 2026');
});

it('a choice is as long as is known, and says so where that is not all', () => {
  expect(lengthText({ frames: 576, unknown: 0 })).toBe('0:24 in all');
  expect(lengthText({ frames: 576, unknown: 2 })).toBe('at least 0:24');
  expect(lengthText({ frames: 0, unknown: 3 })).toBe('');
});
