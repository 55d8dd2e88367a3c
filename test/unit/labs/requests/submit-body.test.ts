import { describe, expect, it } from 'vitest';
import { aspectFromWire } from '@/lib/flow/aspect';
import { MOVES } from '@/lib/flow/moves';
import { type GenerationRequest, requestSchema } from '@/lib/flow/request';
import { tierFromWire } from '@/lib/flow/tier';
import { submitBody, submitCall } from '@/lib/labs/requests/api-call';
import { SUBMIT_URL } from '@/lib/labs/urls';
import { sample, sampleText } from '../../../samples/read';

interface Recorded {
  clientContext: { sessionId: string; projectId?: string; userPaygateTier?: string };
  requests: [
    {
      aspectRatio: string;
      seed: number;
      videoModelKey: string;
      metadata: { sceneId: string };
      textInput?: { prompt: string };
      videoInput?: { mediaId: string; startFrameIndex?: number; endFrameIndex?: number };
      referenceImages?: { mediaId: string }[];
    },
  ];
}

const ANY_PROJECT = '00000000-0000-4000-8000-000000000000';

/** The request of ours that ought to make a recorded body. */
function requestFor(name: string, own: object): { request: GenerationRequest; sessionId: string } {
  const { clientContext, requests } = sample(`${name}.request`) as Recorded;
  const [item] = requests;
  const request = requestSchema.parse({
    projectId: clientContext.projectId ?? ANY_PROJECT,
    tier: tierFromWire(clientContext.userPaygateTier) ?? 'ultra',
    aspect: aspectFromWire(item.aspectRatio),
    modelKey: item.videoModelKey,
    seed: item.seed,
    sceneId: item.metadata.sceneId,
    ...(item.textInput && { prompt: item.textInput.prompt }),
    ...item.videoInput,
    ...(item.referenceImages && { mediaIds: item.referenceImages.map((i) => i.mediaId) }),
    ...own,
  });
  return { request, sessionId: clientContext.sessionId };
}

const RECORDED: [string, object][] = [
  ...MOVES.map((move): [string, object] => [
    `reshoot-${move.toLowerCase().replaceAll('_', '-')}`,
    { action: 'reshoot', move },
  ]),
  ['extend', { action: 'extend' }],
  ['upsample', { action: 'upscale' }],
  ['reference-images', { action: 'references' }],
];

describe('a submit', () => {
  it.each(RECORDED)('%s has the recorded body, key for key and in the same order', (name, own) => {
    const { request, sessionId } = requestFor(name, own);
    const body = submitBody(request, sessionId);
    expect(body).toEqual(sample(`${name}.request`));
    expect(JSON.stringify(body)).toBe(JSON.stringify(sample(`${name}.request`)));
  });

  it('covers all seventeen recordings', () => {
    expect(RECORDED).toHaveLength(17);
  });

  it.each(RECORDED)('%s goes to its address with the recorded headers', (name, own) => {
    const { request, sessionId } = requestFor(name, own);
    const call = submitCall(request, sessionId, 'ya29.token');
    expect(call).toMatchObject({
      url: SUBMIT_URL[request.action],
      method: 'POST',
      headers: {
        accept: '*/*',
        authorization: 'Bearer ya29.token',
        'content-type': 'text/plain;charset=UTF-8',
      },
    });
    expect(JSON.parse(call.body ?? '')).toEqual(JSON.parse(sampleText(`${name}.request`)));
  });
});

describe('a request', () => {
  const { request } = requestFor('extend', { action: 'extend' });

  it.each([
    ['a seed above 99999', { seed: 100_000 }],
    ['a negative seed', { seed: -1 }],
    ['half a seed', { seed: 0.5 }],
    ['an empty prompt', { prompt: '' }],
    ['a negative frame', { startFrameIndex: -1 }],
    ['a project that is no uuid', { projectId: 'elm' }],
    ['no model', { modelKey: '' }],
  ])('with %s does not parse', (_, wrong) => {
    expect(requestSchema.safeParse({ ...request, ...wrong }).success).toBe(false);
  });
});
