import { describe, expect, it } from 'vitest';
import { encodeMediaId } from '@/lib/flow/media-id';
import { observationOf } from '@/lib/labs/observation';
import { pageCallKind } from '@/lib/labs/page-call';
import { CREDITS_URL, STATUS_URL, SUBMIT_URL } from '@/lib/labs/urls';
import { sampleText } from '../../samples/read';

const NOW = 1_763_150_000_000;
const TOKEN = 'ya29.a0AfB_byD-0123456789';
const PROJECT = 'a8a1a6c5-1c86-4c0f-8a42-5d1f2e3b4c5d';
const TRPC = 'https://labs.google/fx/api/trpc';

const read = (call: { url: string; status?: number; body?: string; requestBody?: string }) =>
  observationOf({ status: 200, body: '', authorization: `Bearer ${TOKEN}`, ...call }, NOW);

const trpc = (result: unknown) => JSON.stringify({ result: { data: { json: { result } } } });

describe('which calls of the page matter', () => {
  it.each([
    [SUBMIT_URL.extend, 'submit'],
    [STATUS_URL, 'status'],
    [`${CREDITS_URL}?key=x`, 'credits'],
    // Other ways to begin a clip name the session as well; their replies have the same shape.
    ['https://aisandbox-pa.googleapis.com/v1/video:batchAsyncGenerateVideoText', 'submit'],
    ['https://aisandbox-pa.googleapis.com/v1/video:batchOther', undefined],
    ['https://aisandbox-pa.googleapis.com/v1/media/f00d?key=x', undefined],
    ['https://aisandbox-pa.googleapis.com/v1:uploadUserImage', undefined],
    ['https://aisandbox-pa.googleapis.com/v1/flowMedia:batchGenerateImages', undefined],
    [`${TRPC}/project.searchProjectWorkflows,project.getProject?batch=1&input=x`, 'trpc'],
    [`${TRPC}/media.fetchUserHistory,project.getProject?batch=1`, 'trpc'],
    [`${TRPC}/media.fetchUserHistory?batch=1`, undefined],
    ['https://labs.google/fx/api/auth/session', 'session'],
    [`${TRPC}/project.searchProjectWorkflows?input=x`, 'trpc'],
    [`${TRPC}/general.submitBatchLog`, undefined],
    [`${TRPC}/project.getProjectSecrets`, undefined],
    ['https://labs.google/fx/tools/flow', undefined],
    ['https://aisandbox-pa.googleapis.com.example.com/v1/credits', undefined],
    ['https://example.com/', undefined],
  ])('%s: %s', (url, kind) => {
    expect(pageCallKind(url)).toBe(kind);
  });
});

describe('the page’s own submit', () => {
  const observation = read({
    url: SUBMIT_URL.extend,
    requestBody: sampleText('extend.request'),
    body: sampleText('extend.reply'),
  });

  it('shows token, session id, tier, balance, operation and model', () => {
    expect(observation).toMatchObject({
      token: TOKEN,
      sessionId: ';1764079885884',
      tier: 'ultra',
      balance: 36970,
      modelsAsked: [
        {
          action: 'extend',
          aspect: 'landscape',
          key: 'veo_3_1_extend_fast_landscape_ultra',
        },
      ],
    });
    expect(observation.operations).toHaveLength(1);
  });
});

describe('the page’s own status call', () => {
  it('shows the finished clip', () => {
    const observation = read({ url: STATUS_URL, body: sampleText('status-successful.reply') });
    expect(observation.media.map(({ key }) => key)).toEqual([
      '748ff33c-7d02-4dd8-bc41-5c9e1572340c_upsampled',
    ]);
  });
});

describe('a call that went wrong', () => {
  it('after a 401 does not show a token', () => {
    expect(read({ url: CREDITS_URL, status: 401 }).token).toBeUndefined();
  });

  it.each(['Basic abc', 'Bearer short', 'Bearer with space inside it all', undefined])(
    'with the header %s shows no token',
    (authorization) => {
      const call = { url: CREDITS_URL, status: 200, body: '', authorization };
      expect(observationOf(call, NOW).token).toBeUndefined();
    },
  );

  it('to another address shows nothing at all', () => {
    expect(read({ url: 'https://example.com/v1/credits', body: '{"credits":9}' })).toEqual({
      media: [],
      operations: [],
    });
  });
});

describe('the media of a project', () => {
  const key = '5bd1c0f6-1e5c-4c89-9b8e-1d3c6a2b7f10';
  const id = (kind: 'video' | 'image', projectId?: string) =>
    encodeMediaId({ kind, workflowId: PROJECT, mediaKey: key, ...(projectId && { projectId }) });
  const entry = (mediaData: object, mediaTitle = 'Witch lands') => ({
    mediaGenerationId: {
      mediaType: 'VIDEO',
      projectId: PROJECT,
      workflowId: PROJECT,
      mediaKey: key,
    },
    mediaData,
    mediaExtraData: { mediaTitle },
  });
  const list = (...mediaGenerations: unknown[]) =>
    read({
      url: `${TRPC}/project.searchProjectWorkflows?input=x`,
      body: trpc({ workflows: [{ workflowSteps: [{ mediaGenerations }] }] }),
    }).media;

  it('are clips with title, shape, addresses', () => {
    const generatedVideo = {
      mediaGenerationId: id('video', PROJECT),
      seed: 4,
      prompt: 'She lands.',
      aspectRatio: 'VIDEO_ASPECT_RATIO_PORTRAIT',
    };
    const fifeUri = `https://storage.googleapis.com/ai-sandbox-videofx/video/${key}?Expires=1763158475`;
    expect(list(entry({ videoData: { generatedVideo, fifeUri } }))).toEqual([
      {
        id: id('video', PROJECT),
        key,
        kind: 'video',
        projectId: PROJECT,
        workflowId: PROJECT,
        title: 'Witch lands',
        prompt: 'She lands.',
        aspect: 'portrait',
        seed: 4,
        url: fifeUri,
        urlExpiresAt: 1_763_158_475_000,
        position: 0,
        seenAt: NOW,
      },
    ]);
  });

  it('are images too, uploaded ones among them', () => {
    const generatedImage = { mediaGenerationId: id('image') };
    const fifeUri = `https://storage.googleapis.com/ai-sandbox-videofx/image/${key}`;
    expect(list(entry({ imageData: { generatedImage, fifeUri } }))).toEqual([
      expect.objectContaining({
        kind: 'image',
        projectId: PROJECT,
        poster: fifeUri,
      }),
    ]);
  });

  it('leave out what does not parse or contradicts itself, and keep the rest', () => {
    const good = entry({ imageData: { generatedImage: { mediaGenerationId: id('image') } } });
    const other = { ...good, mediaGenerationId: { projectId: PROJECT, mediaKey: 'other' } };
    expect(list({}, other, good, null, 7)).toHaveLength(1);
  });

  it.each([
    'javascript:alert(1)',
    'https://example.com/video/a',
    'https://storage.googleapis.com/other/video/a',
    'http://storage.googleapis.com/ai-sandbox-videofx/video/a',
  ])('never carry the address %s, where none of Flow’s files lies', (fifeUri) => {
    const generatedImage = { mediaGenerationId: id('image') };
    const [image] = list(entry({ imageData: { generatedImage, fifeUri } }));
    expect(image).not.toHaveProperty('poster');
    expect(image).not.toHaveProperty('url');
  });
});

describe('the page’s own reading', () => {
  it('of the project shows its title', () => {
    const body = trpc({ projectId: PROJECT, projectInfo: { projectTitle: 'Elm Street, dusk' } });
    expect(read({ url: `${TRPC}/project.getProject?input=x`, body }).project).toEqual({
      projectId: PROJECT,
      title: 'Elm Street, dusk',
    });
  });

  it('of the models shows their prices and Flow’s own estimates', () => {
    const body = trpc({
      videoModels: [
        { key: 'a', creditCost: 10 },
        { key: 'b', videoGenerationTimeSeconds: 55 },
      ],
    });
    expect(read({ url: `${TRPC}/videoFx.getVideoModelConfig`, body }).models).toEqual({
      keys: ['a', 'b'],
      prices: { a: 10 },
      tierPrices: {},
      seconds: { b: 55 },
      leftOut: 0,
    });
  });

  it('of the session is passed on as it is', () => {
    expect(read({ url: 'https://labs.google/fx/api/auth/session', body: '{}' }).session).toBe('{}');
  });
});
