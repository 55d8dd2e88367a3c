import { describe, expect, it } from 'vitest';
import { encodeMediaId } from '@/lib/flow/media-id';
import { mediaOfRecord, readRecord } from '@/lib/flow-google/record';
import { BOAT, google, IMAGE, MADE, NEXT, NOW, PROJECT, withAt } from './samples';

const RECORD = google('media');
const TILE = '1a258e1b-111c-5ae4-898e-756793f45f87';
const TOKEN = 'AF1QipNextPoster_0-x';

const mediaOf = (record: unknown, named?: string) => {
  const read = readRecord(record);
  return read && mediaOfRecord(read, NOW, named);
};
/** The sample with something else in one place. */
const having = (other: unknown, ...path: number[]) => withAt(RECORD, path, other);

const without = (name: string, value: object = {}): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

describe('a record', () => {
  it('is a clip with its file, its picture, and what it was made from', () => {
    expect(mediaOf(RECORD)).toEqual({
      id: NEXT,
      key: NEXT,
      kind: 'video',
      title: 'The boat drifts under the bridge',
      projectId: PROJECT,
      prompt: 'The boat drifts under the bridge',
      aspect: 'landscape',
      seed: 2087,
      model: 'veo_3_1_extension_lite',
      url: `https://flow-content.google/video/${NEXT}?Expires=1791121600&KeyName=flow&Signature=c2lnbmVk`,
      urlExpiresAt: 1_791_121_600_000,
      poster: `https://flow.google.com/asb/${TOKEN}`,
      madeBy: 'extend',
      sourceIds: [BOAT, IMAGE],
      workflowId: TILE,
      resolution: '720p',
      madeAt: MADE,
      seenAt: NOW,
    });
    expect(readRecord(RECORD)).toMatchObject({ status: 3, bytes: 2_611_040, seconds: 8 });
  });

  it.each([null, 'CAE', 'anything', 7])('is the same with %j in its fourth place', (mark) => {
    expect(readRecord(having(mark, 3))).toEqual(readRecord(RECORD));
  });

  it.each([
    ['id', [0], undefined],
    ['list of what is said of it', [5], undefined],
  ])('is none without its %s', (_, path, other) => {
    expect(readRecord(having(other, ...path))).toBeUndefined();
  });

  it.each(['', 'boat', `${BOAT}_other`, 7, null, [BOAT]])('is none with the id %j', (id) => {
    expect(readRecord(having(id, 0))).toBeUndefined();
  });

  it('is none where its own id says that it is of another project', () => {
    const ids = { kind: 'video', workflowId: TILE, mediaKey: BOAT } as const;
    expect(readRecord(having(encodeMediaId({ ...ids, projectId: BOAT }), 0))).toBeUndefined();
    const own = encodeMediaId({ ...ids, projectId: PROJECT });
    expect(readRecord(having(own, 0))).toMatchObject({ id: own, key: BOAT, projectId: PROJECT });
  });

  it.each([
    ['projectId', [1]],
    ['workflowId', [2]],
    ['madeAt', [5, 0]],
    ['status', [5, 8]],
    ['status', [5, 8, 0]],
    ['bytes', [5, 13]],
    ['seed', [7, 0, 1]],
    ['seconds', [7, 1, 2, 0]],
  ])('loses its %s where that is odd, and nothing else', (name, path) => {
    for (const odd of [null, 'odd', -1, 0.5, {}, [[]], true]) {
      expect(readRecord(having(odd, ...path))).toEqual(without(name, readRecord(RECORD)));
    }
  });

  it.each([
    ['model', [5, 6, 1, 0, 0], {}],
    ['family', [5, 6, 1, 0, 1], {}],
    ['aspect', [5, 6, 1, 0, 4], {}],
    ['resolution', [5, 6, 1, 0, 5], {}],
    ['sourceIds', [5, 6, 1, 2], { sourceIds: [IMAGE] }],
    ['sourceIds', [5, 6, 1, 1, 0, 2], { sourceIds: [BOAT] }],
    ['roles', [5, 6, 1, 1, 0, 1], { roles: [] }],
  ])('loses of its recipe the %s where that is odd', (name, path, instead) => {
    const whole = having(null, 7, 0, 12);
    const recipe = without(name, readRecord(whole)?.recipe);
    for (const odd of [null, 'x', -1, 99.5, {}, [[]], true])
      expect(readRecord(withAt(whole, path, odd))).toEqual({
        ...readRecord(whole),
        recipe: { ...recipe, ...instead },
      });
  });

  it('has its model beside its file where its recipe is odd', () => {
    expect(readRecord(having('odd', 5, 6))?.recipe).toEqual({
      model: 'veo_3_1_extension_lite',
      roles: [],
      sourceIds: [],
    });
  });

  it.each([
    [[5, 12], 'Said there', { prompt: 'Said there', title: 'The boat drifts under the bridge' }],
    [[5, 1], 'Said there', { prompt: 'Said there', title: 'Said there' }],
    [[7, 0, 7], 'Said there', { prompt: 'The boat drifts under the bridge' }],
  ])('has its words in %j', (path, words, shown) => {
    expect(mediaOf(having(words, ...path))).toMatchObject(shown);
  });

  it('without words where they are looked for first has those beside its file', () => {
    expect(mediaOf(having(null, 5, 1))?.prompt).toBe('The boat drifts under the bridge');
    const mute = withAt(having(null, 5, 1), [7, 0, 7], '');
    expect(mediaOf(mute)).toMatchObject({ title: '' });
    expect(mediaOf(mute)).not.toHaveProperty('prompt');
  });

  it('has the title of its workflow, or its own where that is not its prompt', () => {
    expect(mediaOf(RECORD, 'Bridge')?.title).toBe('Bridge');
    expect(mediaOf(having('Under the bridge, please', 5, 12), 'Bridge')).toMatchObject({
      title: 'The boat drifts under the bridge',
      prompt: 'Under the bridge, please',
    });
  });
});

describe('the kind of a record', () => {
  const noFile = having(null, 7, 0, 8);
  it.each([
    ['its file', having(`https://flow-content.google/image/${NEXT}`, 7, 0, 8), 'image'],
    ['the model of a clip', noFile, 'video'],
    ['the model of an image', withAt(noFile, [5, 6, 1, 0, 0], 'GEM_PIX_2'), 'image'],
    ['what is told of a video', withAt(noFile, [5, 6, 1, 0, 0], 'some_model'), 'video'],
    ['nothing of a video', withAt(withAt(noFile, [7], null), [5, 6], null), 'image'],
  ])('is told by %s', (_, record, kind) => {
    expect(readRecord(record)?.kind).toBe(kind);
  });

  it('of an image leaves out what only clips have', () => {
    const [image] = [withAt(noFile, [5, 6, 1, 0, 0], 'NARWHAL')].map((each) => mediaOf(each));
    expect(image).toMatchObject({ kind: 'image', model: 'NARWHAL' });
    for (const name of ['aspect', 'madeBy', 'url']) expect(image).not.toHaveProperty(name);
  });
});
