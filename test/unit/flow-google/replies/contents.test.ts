import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContents, parseMedia } from '@/lib/flow-google/replies/contents';
import { spoiled, withJunk } from '../../../samples/spoil';
import { BOAT, COPY, google, IMAGE, MADE, NOW, PROJECT, REFS, withAt } from '../samples';

const contents = google('contents');
const [, , records = []] = Array.isArray(contents) ? contents : [];
const idsOf = (payload: unknown) => parseContents(payload, NOW).media.map(({ id }) => id);

describe('what a project holds', () => {
  it('is its finished clips and images in the order of their tiles, but for the trash', () => {
    const { media, leftOut } = parseContents(contents, NOW);
    expect(media.map(({ id, title, kind, position }) => [id, title, kind, position])).toEqual([
      [BOAT, 'Boat', 'video', 0],
      [`${BOAT}_upsampled`, 'Boat', 'video', 1],
      [IMAGE, 'Reeds', 'image', 2],
      [REFS, 'Harbour', 'video', 3],
      [COPY, 'A paper boat on a pond', 'video', 4],
    ]);
    expect(leftOut).toBe(0);
  });

  it('says of each what it was made from, and which are versions of one', () => {
    const { media } = parseContents(contents, NOW);
    expect(media[1]).toMatchObject({
      madeBy: 'upscale',
      sourceIds: [BOAT],
      resolution: '1080p',
      workflowId: media[0]?.workflowId,
    });
    expect(media[3]).toMatchObject({
      madeBy: 'references',
      aspect: 'portrait',
      sourceIds: [IMAGE, expect.any(String)],
      poster: 'https://flow.google.com/asb/AF1QipHarbour_9-9',
      projectId: PROJECT,
      madeAt: MADE,
    });
  });

  it('has all records, those that are not finished as well', () => {
    expect(parseContents(contents, NOW).records).toHaveLength(7);
  });

  it('takes a clip without a status for a finished one, and one with an error for none', () => {
    expect(idsOf(withAt(contents, [2, 1, 5, 8], null))).toContain(BOAT);
    expect(idsOf(withAt(contents, [2, 1, 5, 8], [null, [3]]))).not.toContain(BOAT);
    expect(idsOf(withAt(contents, [2, 1, 5, 8], [9]))).not.toContain(BOAT);
  });

  it('leaves out and counts a clip that names no project', () => {
    const { media, leftOut } = parseContents(withAt(contents, [2, 1, 1], 'none'), NOW);
    expect(media.map(({ id }) => id)).not.toContain(BOAT);
    expect(leftOut).toBe(1);
  });

  it('has the clip of a scene beside what places it there', () => {
    const placed = [0, records[0], 'words'];
    expect(idsOf([null, [], [], null, null, null, [placed]])).toEqual([REFS]);
    const scrapped = [
      ['00000000-0000-4000-8000-000000000000', 'S', null, null, null, 2, null, [true]],
    ];
    const inTrash = ['00000000-0000-4000-8000-000000000000', records[0]];
    expect(idsOf([null, [], [], null, scrapped, null, [inTrash]])).toEqual([]);
  });

  it('names a medium that stands twice once', () => {
    expect(idsOf([null, [], [records[1], records[1]], null, null, null, [records[1]]])).toEqual([
      BOAT,
    ]);
  });

  it.each([[[]], [[null, null, null]], [[null, [], []]], [null], ['odd'], [{}]])(
    'is nothing in %j',
    (payload) => {
      expect(parseContents(payload, NOW)).toEqual({ media: [], records: [], leftOut: 0 });
    },
  );

  it('loses no neighbour to any odd field of a record', () => {
    fc.assert(
      fc.property(spoiled(records[1]), (odd) => {
        const ids = idsOf([null, [], [odd, records[0]]]);
        expect(ids.at(-1)).toBe(REFS);
        expect(ids.length).toBeLessThan(3);
      }),
    );
  });

  it('loses no clip to any odd tile, scene or voice', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 3, 4, 5), fc.jsonValue(), (slot, odd) => {
        expect(idsOf(withAt(contents, [slot], odd))).toEqual(expect.arrayContaining([BOAT, REFS]));
      }),
      { numRuns: 30 },
    );
  });

  it('counts the odd entries that it leaves out', () => {
    fc.assert(
      fc.property(withJunk([records[0], records[1]]), (entries) => {
        const { media, leftOut } = parseContents([null, null, entries], NOW);
        expect(media).toHaveLength(2);
        expect(leftOut).toBe(entries.length - 2);
      }),
    );
  });
});

it('media by themselves are those that are finished', () => {
  const { media, leftOut } = parseMedia([...records, null], NOW);
  expect(media.map(({ id }) => id)).toContain(BOAT);
  expect(media.every((each) => !('position' in each))).toBe(true);
  expect(leftOut).toBe(1);
});
