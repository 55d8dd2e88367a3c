import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/base/search';
import { HOUR_MS } from '@/lib/base/time';
import type { Media } from '@/lib/flow/media';
import { dayStart } from '@/lib/ledger/ledger';
import { type Entry, entriesOf } from '@/lib/library/entry';
import { ANY, type Filter, findGroups, isNarrow, modelsIn } from '@/lib/library/filter';
import { groupVersions } from '@/lib/library/versions';
import { clip, image } from '../../samples/jobs';

const NOW = Date.UTC(2026, 5, 10, 12);
const DAY_MS = 24 * HOUR_MS;

const textOf = ({ media, recipe }: Entry) => plain(`${media.title} ${recipe.prompt ?? ''}`);
const groupsOf = (media: readonly Media[]) => groupVersions(entriesOf(media, new Map()));

const found = (media: readonly Media[], filter: Partial<Filter>) =>
  findGroups(groupsOf(media), { ...ANY, ...filter }, textOf, NOW).map(
    ({ entry }) => entry.media.title,
  );

const ALL: readonly Media[] = [
  clip(1, {
    prompt: 'Möwen über dem Hafen',
    model: 'veo_3_1_t2v_fast',
    madeBy: 'text',
    madeAt: NOW,
  }),
  clip(2, {
    aspect: 'portrait',
    model: 'veo_3_1_i2v_lite',
    madeBy: 'frames',
    madeAt: NOW - 3 * DAY_MS,
  }),
  clip(3, { model: 'veo_3_1_extend_fast_portrait', madeBy: 'extend', madeAt: NOW - 20 * DAY_MS }),
  clip(4, { firstSeenAt: NOW - 40 * DAY_MS }),
  image(5, { title: 'Der Hafen', firstSeenAt: dayStart(NOW) }),
];

describe('what is shown of a project', () => {
  it.each<[Partial<Filter>, readonly string[]]>([
    [{}, ['Clip 1', 'Clip 2', 'Clip 3', 'Clip 4', 'Der Hafen']],
    [{ kind: 'video' }, ['Clip 1', 'Clip 2', 'Clip 3', 'Clip 4']],
    [{ kind: 'image' }, ['Der Hafen']],
    [{ model: 'Veo 3.1 Fast' }, ['Clip 1', 'Clip 3']],
    [{ shape: 'portrait' }, ['Clip 2']],
    [{ way: 'frames' }, ['Clip 2']],
    [{ way: 'other' }, ['Clip 4', 'Der Hafen']],
    [{ span: 'today' }, ['Clip 1', 'Der Hafen']],
    [{ span: 'week' }, ['Clip 1', 'Clip 2', 'Der Hafen']],
    [{ span: 'month' }, ['Clip 1', 'Clip 2', 'Clip 3', 'Der Hafen']],
    [{ words: 'hafen' }, ['Clip 1', 'Der Hafen']],
    [{ words: ' MOWEN  hafen ' }, ['Clip 1']],
    [{ words: 'hafen', kind: 'image' }, ['Der Hafen']],
    [{ words: 'nowhere' }, []],
  ])('with %j is %j', (filter, titles) => {
    expect(found(ALL, filter)).toEqual(titles);
  });

  it('is a clip of which any version fits, and the newest that does stands for it', () => {
    const versions = [
      clip(1, { workflowId: 'w', model: 'veo_a', madeAt: 1 }),
      clip(2, { workflowId: 'w', model: 'veo_a', madeAt: 2 }),
      clip(3, { workflowId: 'w', model: 'veo_b', madeAt: 3 }),
    ];
    expect(found(versions, {})).toEqual(['Clip 3']);
    expect(found(versions, { model: 'veo_a' })).toEqual(['Clip 2']);
  });

  it('is narrow where something may be left out', () => {
    expect(isNarrow(ANY)).toBe(false);
    expect(isNarrow({ ...ANY, words: '  ' })).toBe(false);
    expect(isNarrow({ ...ANY, words: 'kite' })).toBe(true);
    expect(isNarrow({ ...ANY, span: 'today' })).toBe(true);
    expect(isNarrow({ ...ANY, kind: 'image' })).toBe(true);
  });
});

it('models are named by how much each has made', () => {
  expect(modelsIn(entriesOf(ALL, new Map()))).toEqual(['Veo 3.1 Fast', 'Veo 3.1 Lite']);
});
