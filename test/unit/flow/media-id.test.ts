import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMediaId, encodeMediaId, readMediaId, upscaledFrom } from '@/lib/flow/media-id';
import { sampleText } from '../../samples/read';

const FILES = ['extend.request', 'reference-images.request', 'reshoot-up.request'];
const RECORDED = [...FILES, 'upsample.request', 'status-successful.reply'].flatMap((name) => [
  ...new Set(sampleText(name).match(/CA[\w-]{80,}/g)),
]);

const WORKFLOW = '0d2f8a77-1b7f-4a52-8a1c-6f1f0c8f7d22';
const KEY = 'c4c2a1f0-9b7e-4c1d-8f3a-2b6d7e8f9a33';

describe('a media id', () => {
  it('decodes and encodes back to the same text, for every recorded id', () => {
    expect(RECORDED.length).toBeGreaterThan(6);
    for (const text of RECORDED) {
      const id = decodeMediaId(text);
      expect(id.ok && encodeMediaId(id.value)).toBe(text);
    }
  });

  it('names kind, project, workflow and key', () => {
    const [text = ''] = sampleText('status-successful.reply').match(/CAUS[\w-]+/) ?? [];
    expect(decodeMediaId(text)).toEqual({
      ok: true,
      value: {
        kind: 'video',
        projectId: 'b754c9d1-5ae4-4715-b7db-7d6d28bbfac7',
        workflowId: 'c229acd4-f527-4232-b81c-b5d5fd8807c0',
        mediaKey: '748ff33c-7d02-4dd8-bc41-5c9e1572340c_upsampled',
      },
    });
  });

  it('of an uploaded image has no project', () => {
    const [text = ''] = sampleText('reference-images.request').match(/CAMa[\w-]+/) ?? [];
    const id = decodeMediaId(text);
    expect(id).toMatchObject({ ok: true, value: { kind: 'image' } });
    expect(id.ok && 'projectId' in id.value).toBe(false);
  });

  it.each([
    '',
    'abc',
    'CAUS',
    '5bd1c0f6-1e5c-4c89-9b8e-1d3c6a2b7f10',
    'CAUSJGE1????',
    'Zm9vYmFyYmF6',
  ])('is not %j', (text) => {
    expect(decodeMediaId(text)).toEqual({ ok: false, failure: 'not-a-media-id' });
  });

  it('survives the round trip for any ids', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('video' as const, 'image' as const),
        fc.option(fc.uuid(), { nil: undefined }),
        fc.uuid(),
        fc.uuid(),
        fc.option(fc.stringMatching(/^CA[A-Za-z0-9]{1,6}$/), { nil: undefined }),
        (kind, projectId, workflowId, mediaKey, step) => {
          const id = {
            ...{ kind, workflowId, mediaKey },
            ...(projectId && { projectId }),
            ...(step && step !== 'CAE' && { stepId: step }),
          };
          expect(decodeMediaId(encodeMediaId(id))).toEqual({ ok: true, value: id });
        },
      ),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeMediaId(text)));
  });

  const parts = { kind: 'video', workflowId: WORKFLOW, mediaKey: KEY } as const;

  it('of another step decodes, and encodes to itself', () => {
    const text = encodeMediaId({ ...parts, stepId: 'CAk' });
    const id = decodeMediaId(text);
    expect(id).toEqual({ ok: true, value: { ...parts, stepId: 'CAk' } });
    expect(id.ok && encodeMediaId(id.value)).toBe(text);
  });

  it.each(['', '=', '=='])('may be padded with %j, and is the same one', (padding) => {
    const text = encodeMediaId(parts);
    expect(decodeMediaId(text + padding)).toEqual({ ok: true, value: parts });
    expect(readMediaId(text + padding)?.id).toBe(text);
  });

  it.each([KEY, `projects/${WORKFLOW}/media/${KEY}`, 'CAMa', `${encodeMediaId(parts)}===`])(
    'of the first generation is not %s',
    (text) => {
      expect(decodeMediaId(text).ok).toBe(false);
    },
  );

  it.each([KEY, `${KEY}_upsampled`, `${KEY}_4k_upsampled`])(
    'of the second generation is the plain %s, its own key',
    (text) => {
      expect(readMediaId(text)).toEqual({ id: text, key: text });
    },
  );

  it.each([
    ...['', 'CAMa', `${KEY}_other`, `_upsampled`, `media/${KEY}`, `${KEY}_4k`],
    ...[`${KEY}_8k_upsampled`, `${KEY}_upsampled_upsampled`, `${KEY}_4k_upsampled_upsampled`],
  ])('of neither is %j', (text) => {
    expect(readMediaId(text)).toBeUndefined();
  });

  it.each([
    [`${KEY}_upsampled`, KEY],
    [`${KEY}_4k_upsampled`, KEY],
    [KEY, undefined],
    ['', undefined],
  ])('of %s was made from %s', (text, source) => {
    expect(upscaledFrom(text)).toBe(source);
  });
});
