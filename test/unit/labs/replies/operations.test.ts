import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOperations } from '@/lib/labs/replies/operations';
import { sample, sampleText } from '../../../samples/read';

const NOW = 1_763_150_000_000;

describe('the reply of a submit', () => {
  it.each(['extend', 'upsample', 'reference-images'])('of %s is a pending operation', (name) => {
    const reply = parseOperations(sampleText(`${name}.reply`), NOW);
    const recorded = sample(`${name}.reply`) as {
      operations: [{ operation: { name: string }; sceneId: string }];
      remainingCredits: number;
    };
    expect(reply).toEqual({
      ok: true,
      value: {
        operations: [
          {
            name: recorded.operations[0].operation.name,
            sceneId: recorded.operations[0].sceneId,
            status: 'MEDIA_GENERATION_STATUS_PENDING',
            progress: 'running',
          },
        ],
        remainingCredits: recorded.remainingCredits,
        leftOut: 0,
        unknownFields: [],
      },
    });
  });

  it('that carries the file itself is finished, without a name to ask for', () => {
    const body = JSON.stringify({
      operations: [
        {
          operation: {},
          sceneId: 's',
          status: 'MEDIA_GENERATION_STATUS_SUCCESSFUL',
          mediaGenerationId: 'CAUS',
          rawBytes: 'AAAA',
        },
      ],
      remainingCredits: 5,
    });
    const reply = parseOperations(body, NOW);
    expect(reply.ok && reply.value.operations[0]).toEqual({
      sceneId: 's',
      status: 'MEDIA_GENERATION_STATUS_SUCCESSFUL',
      progress: 'done',
      mediaId: 'CAUS',
      rawBytes: 'AAAA',
    });
  });
});

describe('the reply of a status call', () => {
  it('names the finished clip and when its addresses end', () => {
    const reply = parseOperations(sampleText('status-successful.reply'), NOW);
    const media = reply.ok ? reply.value.operations[0]?.media : undefined;
    expect(media).toMatchObject({
      key: '748ff33c-7d02-4dd8-bc41-5c9e1572340c_upsampled',
      kind: 'video',
      aspect: 'landscape',
      seed: 922940,
      model: 'veo_2_1080p_upsampler_8s',
      urlExpiresAt: 1_763_158_475_000,
      posterExpiresAt: 1_763_158_477_000,
      seenAt: NOW,
    });
    expect(media?.url).toContain('/video/748ff33c');
    expect(media?.poster).toContain('/image/748ff33c');
    expect(media).not.toHaveProperty('isLooped');
  });

  it.each([
    ['PENDING', 'running'],
    ['SCHEDULED', 'running'],
    ['ACTIVE', 'running'],
    ['IN_PROGRESS', 'running'],
    ['PROCESSING', 'running'],
    ['SUCCESSFUL', 'done'],
    ['COMPLETE', 'done'],
    ['COMPLETED', 'done'],
    ['SUCCESS', 'done'],
    ['SUCCEEDED', 'done'],
    ['FAILED', 'failed'],
    ['CANCELED', 'failed'],
    ['CANCELLED', 'failed'],
    ['REJECTED', 'failed'],
    ['ERROR', 'failed'],
    ['DREAMING', 'unknown'],
  ])('%s means %s and keeps its raw word', (word, progress) => {
    const status = `MEDIA_GENERATION_STATUS_${word}`;
    const body = JSON.stringify({ operations: [{ operation: { name: 'n' }, status }] });
    const reply = parseOperations(body, NOW);
    expect(reply.ok && reply.value.operations[0]).toEqual({ name: 'n', status, progress });
  });

  it('keeps the code and message of a failed operation', () => {
    const error = { code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' };
    const status = 'MEDIA_GENERATION_STATUS_FAILED';
    const body = JSON.stringify({ operations: [{ operation: { name: 'n', error }, status }] });
    const reply = parseOperations(body, NOW);
    expect(reply.ok && reply.value.operations[0]?.error).toEqual({
      ...error,
      reason: 'PUBLIC_ERROR_UNSAFE_GENERATION',
    });
  });

  it('may leave out the balance while operations run', () => {
    const reply = parseOperations('{"operations":[]}', NOW);
    expect(reply).toEqual({ ok: true, value: { operations: [], leftOut: 0, unknownFields: [] } });
  });

  it.each(['', '{', '<html></html>', 'null', '[]', '{}', '{"operations":3}'])(
    '%j cannot be read',
    (body) => {
      expect(parseOperations(body, NOW)).toEqual({ ok: false, failure: 'unreadable' });
    },
  );

  it('cut short anywhere cannot be read, and never throws', () => {
    const whole = sampleText('status-successful.reply').trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(parseOperations(whole.slice(0, length), NOW).ok).toBe(false);
      }),
    );
  });
});
