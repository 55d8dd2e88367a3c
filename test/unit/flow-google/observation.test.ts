import { describe, expect, it } from 'vitest';
import type { LearnedIds } from '@/lib/flow-google/call-ids';
import { observationOfBatch } from '@/lib/flow-google/observation';
import { answerOf, batchText, refusalOf } from '../../samples/batch-text';
import { BOAT, COPY, google, IMAGE, NEXT, NOW, PROJECT, TWIN, withAt } from './samples';

const URL = 'https://flow.google.com/u/1/_/AiSandboxAngularFrontend/data/batchexecute?rpcids=x';

const read = (
  answers: readonly unknown[],
  call: { url?: string; status?: number; body?: string } = {},
  learned: LearnedIds = {},
) => observationOfBatch({ url: URL, status: 200, body: batchText(answers), ...call }, NOW, learned);

const NOTHING = { media: [], operations: [], learned: [], recognised: [] };

describe('what a call of the page on flow.google.com proves', () => {
  it('is balance and tier', () => {
    expect(read([answerOf('nzlxg', google('credits'))])).toEqual({
      ...NOTHING,
      balance: 615,
      tier: 'pro',
      learned: [{ call: 'credits', id: 'nzlxg' }],
      recognised: [{ shape: 'credits', by: 'table' }],
    });
  });

  it('is the list of models', () => {
    const { models } = read([answerOf('HTrJv', google('models'))]);
    expect(models?.tierPrices).toMatchObject({ 'veo_3_1_extension_lite/pro': 10 });
  });

  it('is the account’s projects', () => {
    const { projects, leftOut } = read([
      answerOf('UpteDb', withAt(google('projects'), [0, 2], 'odd')),
    ]);
    expect(projects?.[0]).toEqual({ projectId: PROJECT, title: 'Ponds' });
    expect(leftOut).toEqual({ projects: 1 });
  });

  it('is what a project holds', () => {
    const { media, operations, list } = read([answerOf('Zzl0ze', google('contents'))]);
    expect(media.map(({ id }) => id)).toEqual(expect.arrayContaining([BOAT, IMAGE, COPY]));
    expect([operations, list]).toEqual([[], 'seen']);
  });

  it('is a clip with its signed file', () => {
    const { media, list } = read([answerOf('as29s', google('media'))]);
    expect(media).toMatchObject([{ id: NEXT, url: expect.stringContaining('Signature') }]);
    expect(list).toBeUndefined();
  });

  it('is how generations stand, and what they have made', () => {
    const running = read([answerOf('jwpduf', google('status-running'))]);
    expect(running).toMatchObject({ balance: 615, media: [] });
    expect(running.operations).toMatchObject([{ name: NEXT, progress: 'running' }]);
    const done = read([answerOf('jwpduf', google('status-done'))]);
    expect(done.media).toMatchObject([{ id: NEXT, projectId: PROJECT }]);
    expect(done).not.toHaveProperty('balance');
  });

  it('is what was started, and what is left', () => {
    const submit = read([answerOf('fZytfe', google('submit'))]);
    expect(submit).toMatchObject({ balance: 605, media: [], learned: [] });
    expect(submit.started).toMatchObject([
      { operation: NEXT, action: 'extend' },
      { operation: TWIN, action: 'extend' },
    ]);
    expect(submit.operations.map(({ status }) => status)).toEqual([
      'MEDIA_GENERATION_STATUS_PENDING',
      'MEDIA_GENERATION_STATUS_PENDING',
    ]);
  });

  it('is images that were made', () => {
    const { media, started, operations } = read([answerOf('ogiZ0b', google('images'))]);
    expect(media).toMatchObject([{ id: IMAGE, kind: 'image', title: 'Reeds at dusk' }]);
    expect([started, operations]).toEqual([undefined, []]);
  });

  it('is all of that where several answers are in one body', () => {
    const all = read([
      answerOf('nzlxg', google('credits')),
      refusalOf('as29s', [5]),
      answerOf('xYz12', google('models')),
      answerOf('Zzl0ze', google('contents')),
      answerOf('jwpduf', google('status-done')),
    ]);
    expect(all).toMatchObject({ balance: 615, tier: 'pro', list: 'seen' });
    expect(all.models?.keys).toHaveLength(3);
    expect(all.media.map(({ id }) => id)).toEqual(expect.arrayContaining([BOAT, NEXT]));
    expect(all.learned).toContainEqual({ call: 'models', id: 'xYz12' });
    expect(all.recognised.map(({ by }) => by)).toEqual(['table', 'shape', 'table', 'table']);
  });

  it('is known by ids that the page was seen using, and then teaches nothing', () => {
    const seen = read([answerOf('xYz12', google('credits'))], {}, { credits: 'xYz12' });
    expect(seen).toMatchObject({ learned: [], recognised: [{ shape: 'credits', by: 'page' }] });
  });
});

describe('a call that proves nothing', () => {
  it.each([
    ['to another URL', { url: 'https://example.com/' }],
    ['that failed', { status: 500 }],
    ['that was refused', { status: 403 }],
    ['with a page for an answer', { body: '<html>' }],
    ['without an answer', { body: '' }],
  ])('is one %s', (_, call) => {
    expect(read([answerOf('nzlxg', google('credits'))], call)).toEqual(NOTHING);
  });

  it('is one whose answer is an error, or nothing', () => {
    expect(read([refusalOf('fZytfe', [7]), ['wrb.fr', 'abCdE', null]])).toEqual(NOTHING);
  });

  it.each([
    ['by its status', { status: 401 }],
    ['in its body', { body: `)]}'\n\n[["er",null,null,null,null,401,null,null,null,16]]` }],
  ])('says %s that nobody is signed in', (_, call) => {
    const { unknown, ...seen } = read([answerOf('nzlxg', google('credits'))], call);
    expect(seen).toEqual({ ...NOTHING, isSignedOut: true });
  });
});

describe('what is not known of a call', () => {
  it('is named: calls, states, tiers, families', () => {
    const odd = withAt(google('status-running'), [2, 0, 5, 8, 0], 9);
    const { unknown, tier } = read([
      answerOf('abCdE', { some: 'thing' }),
      answerOf('WuwhI', ['telemetry']),
      answerOf('nzlxg', [5, 1, 2, 7, null, 9]),
      answerOf('jwpduf', withAt(odd, [2, 0, 5, 6, 1, 0, 1], 8)),
    ]);
    expect(unknown).toEqual(['call abCdE', 'TIER_7', 'MEDIA_GENERATION_STATUS_9', 'FAMILY_8']);
    expect(tier).toBe('TIER_7');
  });

  it('is named once, and not without end', () => {
    const { unknown } = read([
      ...['aaaa', 'aaaa'].map((id) => answerOf(id, {})),
      ...Array.from({ length: 60 }, (_, index) => answerOf(`id${index}`, {})),
    ]);
    expect(unknown).toHaveLength(20);
    expect(unknown?.slice(0, 2)).toEqual(['call aaaa', 'call id0']);
  });

  it('is counted where it is an entry', () => {
    const { leftOut } = read([
      ['wrb.fr', 'nzlxg', '[broken'],
      answerOf('jwpduf', withAt(google('status-running'), [2, 1], 'odd')),
      answerOf('Zzl0ze', withAt(google('contents'), [2, 0], 'odd')),
      answerOf('HTrJv', withAt(google('models'), [0, 4, 1], 'odd')),
    ]);
    expect(leftOut).toEqual({ operations: 2, media: 1, models: 1 });
  });
});
