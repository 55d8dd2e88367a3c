import { describe, expect, it } from 'vitest';
import { ownOperation } from '@/lib/labs/replies/operations';
import {
  FLOW,
  HEX,
  HEX_2,
  KEY,
  listed,
  OTHER,
  OURS,
  operation,
  PROJECT,
  read,
  WORD,
} from './operation-samples';

const workflow = {
  name: FLOW,
  projectId: PROJECT,
  metadata: { displayName: 'A lantern', primaryMediaId: KEY },
};

describe('the operation that our own submit has started', () => {
  const own = (body: unknown) => ownOperation(read(body), OURS);

  it.each([
    [
      'names our sceneId among others',
      [operation({ sceneId: OTHER }, { name: HEX_2 }), operation()],
    ],
    ['stands alone without a sceneId', [operation({ sceneId: undefined })]],
    ['stands alone with an empty one', [operation({ sceneId: '' })]],
    ['stands alone with null for one', [operation({ sceneId: null })]],
  ])('%s', (_, operations) => {
    expect(own({ operations, remainingCredits: 960 })).toMatchObject({
      name: HEX,
      progress: 'running',
    });
  });

  it('may be named by the clip that it will make', () => {
    const name = `${KEY}_upsampled`;
    expect(own({ operations: [operation({ sceneId: undefined }, { name })] })).toEqual({
      name,
      status: `${WORD}PENDING`,
      progress: 'running',
    });
  });

  it('is not disturbed by media and workflows beside it', () => {
    const body = {
      operations: [operation({ sceneId: '' })],
      media: [listed('PENDING')],
      workflows: [workflow],
    };
    expect(own(body)).toEqual({
      name: HEX,
      status: `${WORD}PENDING`,
      progress: 'running',
      mediaId: KEY,
    });
  });

  it('is followed by its media id where the reply has media alone', () => {
    const body = { media: [listed('SCHEDULED')], workflows: [workflow], remainingCredits: 30 };
    expect(own(body)).toEqual({
      name: KEY,
      form: 'media',
      status: `${WORD}SCHEDULED`,
      progress: 'running',
      mediaId: KEY,
    });
  });

  it('is not the medium that the request was made from', () => {
    const source = { ...listed('SUCCESSFUL'), name: OTHER };
    const states = read({ media: [source, listed('SCHEDULED')] });
    expect(ownOperation(states, OURS, [OTHER])?.name).toBe(KEY);
    expect(ownOperation(read({ media: [source] }), OURS, [OTHER])).toBeUndefined();
  });

  it.each([
    ['one with another sceneId', { operations: [operation({ sceneId: OTHER })] }],
    [
      'one of two without a sceneId',
      {
        operations: [
          operation({ sceneId: undefined }),
          operation({ sceneId: undefined }, { name: HEX_2 }),
        ],
      },
    ],
    ['none at all', { operations: [], remainingCredits: 0 }],
  ])('is not %s', (_, body) => {
    expect(own(body)).toBeUndefined();
  });
});
