import { expect, it } from 'vitest';
import { unknownPlaces } from '@/lib/flow-google/unknown-places';

const about = [[1, 2], 'words', null, null, null, 'picture', [null, []], null, [3], 1, 'p', null];
const record = ['id', 'project', 'workflow', null, null, about, null, [[]]];

it('a record as reports have it has no place that is not known', () => {
  expect(unknownPlaces(record)).toEqual([]);
});

it.each([
  ['of the record', [...record, 'secret'], ['record[8]']],
  ['of what it says of itself', record.with(5, about.with(4, 'secret')), ['about[4]']],
  ['that is empty', [...record, null, undefined], []],
  ['of what is no record', { 0: 'secret' }, []],
])('a place %s is told alone', (_, value, found) => {
  expect(unknownPlaces(value)).toEqual(found);
});

it('a record without an end has no more places than are looked at', () => {
  expect(unknownPlaces(Array.from({ length: 9999 }, () => 1)).length).toBeLessThan(40);
});
