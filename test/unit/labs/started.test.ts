import { describe, expect, it } from 'vitest';
import { encodeMediaId } from '@/lib/flow/media-id';
import { observationOf } from '@/lib/labs/observation';
import { STATUS_URL, SUBMIT_URL } from '@/lib/labs/urls';
import { PROJECT, uuid } from '../../samples/jobs';
import { sampleText } from '../../samples/read';

const SUBMIT = 'https://aisandbox-pa.googleapis.com/v1/video:batchAsyncGenerate';
const CLIP = encodeMediaId({
  ...{ kind: 'video', projectId: PROJECT, workflowId: uuid(2), mediaKey: uuid(1) },
});

const started = (url: string, request: unknown, reply: unknown) =>
  observationOf(
    { url, status: 200, requestBody: JSON.stringify(request), body: JSON.stringify(reply) },
    1000,
  ).started;

const operation = (name: string, sceneId?: string) => ({
  operation: { name },
  ...(sceneId !== undefined && { sceneId }),
  status: 'MEDIA_GENERATION_STATUS_PENDING',
});

describe('whether the page’s own submit carries a verification of its own', () => {
  const seen = (clientContext: unknown, status = 200) =>
    observationOf(
      {
        ...{ url: SUBMIT_URL.extend, status, body: '{}' },
        requestBody: JSON.stringify({ clientContext }),
      },
      1000,
    ).isVerified;

  it.each([
    ['its form of 2026', { recaptchaContext: { token: 'x' } }, 200, true],
    ['an older form', { recaptchaToken: 'x' }, 200, true],
    ['one that Flow refused', { recaptchaContext: {} }, 403, true],
    ['none, and taken', {}, 200, false],
    [
      'none that says anything, and taken',
      { recaptchaContext: null, recaptchaToken: '' },
      200,
      false,
    ],
    ['none, and refused, which proves nothing', {}, 403, undefined],
  ] as const)('%s', (_, context, status, expected) => {
    expect(seen(context, status)).toBe(expected);
  });

  it('is no matter of a call that starts nothing', () => {
    const requestBody = JSON.stringify({ clientContext: { recaptchaContext: {} } });
    const call = { url: STATUS_URL, status: 200, body: '{}', requestBody };
    expect(observationOf(call, 1000).isVerified).toBeUndefined();
  });
});

describe('what the page’s own submit has started', () => {
  it('is read from a recorded extend: what, of what, with what, and the operation', () => {
    const { started: [extend, ...others] = [] } = observationOf(
      {
        ...{ url: SUBMIT_URL.extend, status: 200 },
        ...{ requestBody: sampleText('extend.request'), body: sampleText('extend.reply') },
      },
      1000,
    );
    expect(others).toEqual([]);
    expect(extend).toMatchObject({
      action: 'extend',
      operation: expect.stringMatching(/^[0-9a-f]{32}$/),
      projectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      prompt: expect.any(String),
      model: 'veo_3_1_extend_fast_landscape_ultra',
      aspect: 'landscape',
      seed: expect.any(Number),
      range: { start: expect.any(Number), end: expect.any(Number) },
      sourceIds: [expect.any(String)],
    });
  });

  it('is a recorded reshoot with its move', () => {
    const { metadata } = JSON.parse(sampleText('reshoot-up.request')).requests[0];
    expect(
      started(SUBMIT_URL.reshoot, JSON.parse(sampleText('reshoot-up.request')), {
        operations: [operation('op', metadata.sceneId)],
      }),
    ).toMatchObject([{ action: 'reshoot', move: 'UP', operation: 'op' }]);
  });

  it.each([
    ['VideoText', 'text'],
    ['VideoStartImage', 'frames'],
    ['VideoStartAndEndImage', 'frames'],
    ['VideoReferenceImages', 'references'],
    ['VideoUpsampleVideo', 'upscale'],
    ['VideoEditVideo', 'edit'],
    ['VideoExperimental', 'other'],
  ])('at %s is %s', (end, action) => {
    const reply = { operations: [operation('op')] };
    expect(started(`${SUBMIT}${end}?alt=json`, { requests: [{ seed: 7 }] }, reply)).toEqual([
      { action, operation: 'op', seed: 7, sourceIds: [] },
    ]);
  });

  it('is four in one batch, each with the operation of its scene, in whatever order they come', () => {
    const requests = [1, 2, 3, 4].map((n) => ({ seed: n, metadata: { sceneId: uuid(n) } }));
    const operations = [4, 2, 1, 3].map((n) => operation(`op${n}`, uuid(n)));
    const request = { mediaGenerationContext: { batchId: 'b1' }, requests };
    expect(
      started(`${SUBMIT}VideoText`, request, { operations })?.map(
        ({ batchId, seed, operation }) => [...[batchId, seed, operation]],
      ),
    ).toEqual([1, 2, 3, 4].map((n) => ['b1', n, `op${n}`]));
  });

  it('is read in the media form: prompt in parts, images, the id that the clip will have', () => {
    const images = [{ mediaId: uuid(11) }, { mediaId: uuid(12) }];
    const request = {
      clientContext: { projectId: PROJECT },
      requests: [
        {
          textInput: { structuredPrompt: { parts: [{ text: 'A kite ' }, {}, { text: 'rises' }] } },
          startImage: images[0],
          endImage: images[1],
        },
      ],
    };
    expect(
      started(`${SUBMIT}VideoStartAndEndImage`, request, {
        media: [{ name: uuid(20), mediaMetadata: {} }],
      }),
    ).toEqual([
      {
        ...{ action: 'frames', operation: uuid(20), mediaId: uuid(20), projectId: PROJECT },
        ...{ prompt: 'A kite rises', sourceIds: [uuid(11), uuid(12)] },
      },
    ]);
  });

  it('loses an odd field alone, and a request that Flow has not named', () => {
    const odd = { seed: 'seven', aspectRatio: 5, textInput: 'no', videoInput: { mediaId: CLIP } };
    const named = { ...odd, metadata: { sceneId: uuid(1) } };
    const reply = { operations: [operation('op', uuid(1))] };
    const request = { clientContext: { projectId: 'none' }, requests: [named, odd, null] };
    expect(started(SUBMIT_URL.extend, request, reply)).toEqual([
      { action: 'extend', operation: 'op', sourceIds: [CLIP] },
    ]);
  });

  it.each([
    ['no JSON', 'nothing', { operations: [operation('op')] }],
    ['no requests', {}, { operations: [operation('op')] }],
    [
      'more operations than requests',
      { requests: [{}] },
      { operations: [operation('a'), operation('b')] },
    ],
  ])('is nothing where there are %s', (_, request, reply) => {
    expect(started(SUBMIT_URL.extend, request, reply)).toEqual([]);
  });

  it('is of bounded length, whatever the page makes of it', () => {
    const long = 'x'.repeat(19_000);
    const request = { requests: [{ textInput: { prompt: long } }] };
    expect(started(SUBMIT_URL.extend, request, { operations: [operation(long)] })).toEqual([]);
    const [only] = started(SUBMIT_URL.extend, request, { operations: [operation('op')] }) ?? [];
    expect(only?.prompt).toHaveLength(5000);
  });

  it('is no more than a page starts, however long the list', () => {
    const many = Array.from({ length: 500 }, (_, n) => n);
    const request = { requests: many.map((n) => ({ metadata: { sceneId: uuid(n) } })) };
    const reply = { operations: many.map((n) => operation(`op${n}`, uuid(n))) };
    expect(started(SUBMIT_URL.extend, request, reply)).toHaveLength(16);
  });
});
