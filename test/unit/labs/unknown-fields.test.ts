import { describe, expect, it } from 'vitest';
import { observationOf } from '@/lib/labs/observation';
import { unknownFields } from '@/lib/labs/unknown-fields';
import { STATUS_URL } from '@/lib/labs/urls';
import { sampleText } from '../../samples/read';

const { operations } = JSON.parse(sampleText('status-successful.reply'));

describe('fields of a reply that are not known here', () => {
  it('are none in a captured one', () => {
    expect(unknownFields('operations', operations)).toEqual([]);
  });

  it.each([
    ['of an entry', [{ sceneId: 'a', mood: 'x' }], ['operations.mood']],
    [
      'deeper inside',
      [{ operation: { metadata: { video: { depth: 1 } } } }],
      ['operations.operation.metadata.video.depth'],
    ],
    ['once for all entries', [{ mood: 1 }, { mood: 2 }], ['operations.mood']],
    ['below a field that is not looked into: none', [{ sceneId: { anything: 1 } }], []],
    ['that are no name of Flow’s: none', [{ 'A kite over a dune': 1, ['x'.repeat(90)]: 2 }], []],
    ['of every object: as any other', [{ constructor: 1 }], ['operations.constructor']],
    ['of what is no list: none', { mood: 1 }, []],
    ['of what is no entry: none', [7, 'mood', null, [{ mood: 1 }]], []],
  ])('%s', (_, entries, found) => {
    expect(unknownFields('operations', entries)).toEqual(found);
  });

  it('are twenty at most', () => {
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`field${n}`, n]));
    expect(unknownFields('media', [many])).toHaveLength(20);
  });
});

it('a call of the page tells the fields of its answer by name, never what they hold', () => {
  const body = JSON.stringify({ media: [{ name: 'a', mood: 'secret' }], operations });
  const seen = observationOf({ url: STATUS_URL, status: 200, body }, 1000);
  expect(seen.unknownFields).toEqual(['media.mood']);
  expect(JSON.stringify(seen)).not.toContain('secret');
});
