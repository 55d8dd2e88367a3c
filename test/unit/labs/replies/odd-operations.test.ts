import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMediaId } from '@/lib/flow/media-id';
import { parseOperations, stateNamed } from '@/lib/labs/replies/operations';
import { spoiled, withJunk } from '../../../samples/spoil';
import {
  FLOW,
  HEX,
  HEX_2,
  KEY,
  listed,
  NOW,
  OTHER,
  operation,
  PROJECT,
  read,
  WORD,
} from './operation-samples';

const ID = encodeMediaId({
  kind: 'video',
  projectId: PROJECT,
  workflowId: FLOW,
  mediaKey: KEY,
});
const FILE = `https://storage.googleapis.com/ai-sandbox-videofx/video/${KEY}?Expires=1790003600`;

describe('a status reply', () => {
  it('has its status where it stands', () => {
    const body = {
      operations: [operation({ status: undefined })],
      media: [listed('SUCCESSFUL')],
    };
    expect(read(body)).toEqual([
      expect.objectContaining({ name: HEX, progress: 'done', mediaId: KEY }),
    ]);
  });

  it('joins operations and media by name, and by nothing else where there are several', () => {
    const media = (name: string, of: string, status: string) => ({
      ...listed(status),
      name,
      video: { operation: { name: of } },
    });
    const body = {
      operations: [
        operation({ status: undefined }),
        operation({ status: undefined, sceneId: OTHER }, { name: HEX_2 }),
      ],
      media: [media(OTHER, HEX_2, 'SUCCESSFUL'), media(KEY, 'somebody else', 'SUCCESSFUL')],
    };
    expect(read(body).map(({ name, progress }) => [name, progress])).toEqual([
      [HEX, 'running'],
      [HEX_2, 'done'],
      [KEY, 'done'],
    ]);
  });

  it.each([
    [
      'inside the operation',
      operation(
        { status: `${WORD}FAILED` },
        { error: { code: 3, message: 'PUBLIC_ERROR_AUDIO_FILTERED' } },
      ),
    ],
    [
      'beside it',
      operation({
        status: `${WORD}FAILED`,
        error: { code: 3, message: 'PUBLIC_ERROR_AUDIO_FILTERED' },
      }),
    ],
    [
      'among its details',
      operation({
        status: `${WORD}FAILED`,
        error: { code: 3, details: [null, 7, { reason: 'PUBLIC_ERROR_AUDIO_FILTERED' }] },
      }),
    ],
    [
      'without a word for it',
      operation({ status: undefined, error: { code: 3, message: 'PUBLIC_ERROR_AUDIO_FILTERED' } }),
    ],
  ])('has its error %s', (_, entry) => {
    expect(read({ operations: [entry] })[0]).toMatchObject({
      progress: 'failed',
      error: { code: 3, reason: 'PUBLIC_ERROR_AUDIO_FILTERED' },
    });
  });

  it.each([
    ['error', { error: { message: 'PUBLIC_ERROR_DANGER_FILTER' } }],
    ['failureReason', { failureReason: 'PUBLIC_ERROR_DANGER_FILTER' }],
    ['failureReasons', { failureReasons: [null, 'PUBLIC_ERROR_DANGER_FILTER'] }],
  ])('of media has its reason in %s', (_, own) => {
    expect(read({ media: [listed('FAILED', own)] })[0]).toMatchObject({
      name: KEY,
      form: 'media',
      progress: 'failed',
      error: { reason: 'PUBLIC_ERROR_DANGER_FILTER' },
    });
  });

  it('with a trace of Google’s servers keeps the fact and not the trace', () => {
    const message = `code: \t 13\nmessage: "Forwarded (some/path.cc:1)${'\\ntrace'.repeat(400)}"`;
    const [state] = read({
      operations: [operation({ status: `${WORD}FAILED` }, { error: { code: 13, message } })],
    });
    expect(state?.error).toEqual({ code: 13, reason: 'INTERNAL' });
  });

  it.each([
    ['one line of several', 'Not today.\nat line 1', 'Not today.'],
    ['no more than is read', 'x'.repeat(5000), `${'x'.repeat(200)}…`],
  ])('keeps of a sentence %s', (_, message, kept) => {
    const error = { code: 3, message };
    const [state] = read({ operations: [operation({ status: `${WORD}FAILED`, error })] });
    expect(state?.error?.message).toBe(kept);
  });

  it('finds the clip of one although its neighbour’s has no id', () => {
    const video = { seed: 7, fifeUrl: FILE, mediaGenerationId: ID };
    const body = {
      operations: [
        operation({ status: `${WORD}SUCCESSFUL` }, { metadata: { video } }),
        operation(
          { sceneId: OTHER, status: `${WORD}ACTIVE` },
          { name: HEX_2, metadata: { video: { seed: 8 } } },
        ),
      ],
    };
    const [done, odd] = read(body);
    expect(done).toMatchObject({ progress: 'done', media: { id: ID, key: KEY, url: FILE } });
    expect(odd).toEqual({
      name: HEX_2,
      sceneId: OTHER,
      status: `${WORD}ACTIVE`,
      progress: 'running',
    });
  });

  it.each([
    [
      'beside the operation',
      (video: object) => ({ ...operation({ status: `${WORD}SUCCESSFUL` }), video }),
    ],
    [
      'in metadata beside it',
      (video: object) => ({ ...operation({ status: `${WORD}SUCCESSFUL` }), metadata: { video } }),
    ],
    [
      'in its response',
      (video: object) => operation({ status: `${WORD}SUCCESSFUL` }, { response: { video } }),
    ],
  ])('finds the clip %s', (_, entry) => {
    expect(read({ operations: [entry({ mediaGenerationId: ID })] })[0]?.media?.id).toBe(ID);
  });

  it('knows a clip by a plain uuid, whose key is itself and whose project is not in it', () => {
    const fifeUrl = `https://flow-content.google/video/${KEY}?Expires=1790003600`;
    const video = { mediaGenerationId: KEY, fifeUrl };
    const [state] = read({
      operations: [operation({ status: `${WORD}SUCCESSFUL` }, { name: KEY, metadata: { video } })],
    });
    expect(state?.media).toEqual({
      id: KEY,
      key: KEY,
      kind: 'video',
      title: '',
      url: fifeUrl,
      urlExpiresAt: 1_790_003_600_000,
      seenAt: NOW,
    });
  });

  it.each([
    ['SUCCESSFUL', 'PENDING', 'done'],
    ['PENDING', 'SUCCESSFUL', 'done'],
    ['ACTIVE', 'FAILED', 'failed'],
    ['FAILED', 'SUCCESSFUL', 'done'],
    ['PENDING', 'ACTIVE', 'running'],
  ])('that names an operation twice, %s and %s, has it %s', (one, other, progress) => {
    const neighbour = operation({ sceneId: OTHER }, { name: HEX_2 });
    const twice = [one, other].map((word) => operation({ status: WORD + word }));
    const states = read({ operations: [neighbour, ...twice] });
    expect(stateNamed(states, HEX)?.progress).toBe(progress);
    expect(stateNamed(states, HEX_2)?.progress).toBe('running');
    expect(stateNamed(states, 'nobody')).toBeUndefined();
  });

  it('does not take a word that every object has for a status', () => {
    const [state] = read({ operations: [operation({ status: `${WORD}constructor` })] });
    expect(state).toMatchObject({ progress: 'unknown', status: `${WORD}constructor` });
  });
});

describe('any odd reply', () => {
  const done = operation(
    { status: `${WORD}SUCCESSFUL` },
    { metadata: { video: { mediaGenerationId: ID, fifeUrl: FILE, seed: 7 } } },
  );
  const neighbour = operation({ sceneId: OTHER, status: `${WORD}ACTIVE` }, { name: HEX_2 });
  const whole = read({ operations: [neighbour] });

  it('loses no neighbour to one odd field of an operation, and invents no success', () => {
    fc.assert(
      fc.property(spoiled(done), (odd) => {
        const states = read({ operations: [odd, neighbour], remainingCredits: 5 });
        expect(states.slice(-1)).toEqual(whole);
        for (const { progress, status } of states)
          expect(progress === 'done').toBe(status === `${WORD}SUCCESSFUL`);
      }),
    );
  });

  it('never says that a running operation is done, whatever one of its fields is', () => {
    fc.assert(
      fc.property(spoiled(operation()), (odd) => {
        for (const state of read({ operations: [odd] }))
          if (state.rawBytes === undefined) expect(state.progress).not.toBe('done');
      }),
    );
  });

  it('loses no neighbour to one odd field of a medium', () => {
    fc.assert(
      fc.property(spoiled({ ...listed('ACTIVE'), video: {} }), (odd) => {
        const states = read({ media: [odd, { ...listed('ACTIVE'), name: OTHER }] });
        expect(states.slice(-1)).toMatchObject([
          { name: OTHER, form: 'media', progress: 'running' },
        ]);
        for (const { progress } of states) expect(progress).not.toBe('done');
      }),
    );
  });

  it('has its odd entries left out and counted', () => {
    fc.assert(
      fc.property(withJunk([done, neighbour]), (operations) => {
        const reply = parseOperations(JSON.stringify({ operations }), NOW);
        expect(reply.ok && reply.value.operations.map(({ name }) => name)).toEqual([HEX, HEX_2]);
        expect(reply.ok && reply.value.leftOut).toBe(operations.length - 2);
      }),
    );
  });

  it('of another shape altogether never throws', () => {
    fc.assert(
      fc.property(spoiled({ operations: [done], media: [listed('ACTIVE')] }), (body) => {
        expect(() => read(body)).not.toThrow();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseOperations(text, NOW)));
  });
});
