import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlowClient } from '@/lib/labs/client';
import { core } from '../../samples/jobs';

const { request } = core();
const PASS = { token: 'ya29.a', sessionId: ';1764079885884' };
const client = createFlowClient(() => 1000);
const fetching = vi.fn<typeof fetch>();

beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

const operation = (sceneId: string) => ({
  operation: { name: 'op' },
  sceneId,
  status: 'MEDIA_GENERATION_STATUS_PENDING',
});
const answer = (body: unknown, init: ResponseInit = {}) =>
  fetching.mockResolvedValue(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), init),
  );

describe('a submit', () => {
  it('goes out without cookies, follows no redirect and ends in time', async () => {
    answer({ operations: [operation(request.sceneId)], remainingCredits: 1520 });
    const outcome = await client.submit(request, PASS);
    expect(outcome).toMatchObject({ type: 'answered', operation: { name: 'op' }, balance: 1520 });
    const [url, init] = fetching.mock.calls[0] ?? [];
    expect(String(url)).toMatch(/^https:\/\/aisandbox-pa\.googleapis\.com\/v1\//);
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'error' });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
  });

  it.each([
    ['without a sceneId', { ...operation(''), sceneId: undefined }],
    ['with an empty one', operation('')],
  ])('knows the only operation there is %s for its own', async (_, own) => {
    answer({ operations: [own], media: [{ name: core().id }], workflows: [{}] });
    expect(await client.submit(request, PASS)).toMatchObject({
      type: 'answered',
      operation: { name: 'op', mediaId: core().id },
    });
  });

  it('is taken where the answer names a medium alone', async () => {
    const mediaStatus = { mediaGenerationStatus: 'MEDIA_GENERATION_STATUS_SCHEDULED' };
    answer({ media: [{ name: core().id, mediaMetadata: { mediaStatus } }], remainingCredits: 30 });
    expect(await client.submit(request, PASS)).toMatchObject({
      type: 'answered',
      operation: { name: core().id, form: 'media', progress: 'running' },
      balance: 30,
    });
  });

  it('whose answer names nothing at all has started nothing that could be followed', async () => {
    answer({ operations: [], remainingCredits: 7 });
    expect(await client.submit(request, PASS)).toEqual({ type: 'nothing', balance: 7 });
    answer({ operations: [null] });
    expect(await client.submit(request, PASS)).toMatchObject({ failure: { kind: 'unreadable' } });
  });

  it.each([
    ['a connection that breaks', () => fetching.mockRejectedValue(new TypeError()), 'network'],
    ['HTML', () => answer('<html></html>'), 'unreadable'],
    ['half an answer', () => answer('{"operations":[{"oper'), 'unreadable'],
    ['an empty answer', () => answer(''), 'unreadable'],
    [
      'an answer about another request',
      () => answer({ operations: [operation('x')] }),
      'unreadable',
    ],
    ['an error of the server', () => answer('', { status: 503 }), 'server'],
  ] as const)('that meets %s may have been taken', async (_, meet, kind) => {
    meet();
    expect(await client.submit(request, PASS)).toEqual({
      type: 'failed',
      failure: expect.objectContaining({ kind, charged: 'unknown' }),
    });
  });

  it('that is refused was not', async () => {
    answer('{}', { status: 400 });
    expect(await client.submit(request, PASS)).toMatchObject({
      failure: { kind: 'invalid', charged: 'no' },
    });
  });
});

describe('a status call', () => {
  it('names how long Flow asks to wait', async () => {
    answer('', { status: 429, headers: { 'retry-after': '7' } });
    expect(await client.status([], PASS)).toMatchObject({
      type: 'failed',
      failure: { kind: 'throttled', retryAfterMs: 7000 },
    });
  });

  it.each([
    [undefined, { operations: [{ operation: { name: 'op' }, sceneId: 's', status: 'WORD' }] }],
    ['media', { media: [{ name: 'op', projectId: 'p' }] }],
  ] as const)('asks in the form %s', async (form, body) => {
    answer({ media: [] });
    const ref = { name: 'op', sceneId: 's', projectId: 'p', status: 'WORD', form };
    expect(await client.status([ref], PASS)).toEqual({ type: 'answered', operations: [] });
    expect(JSON.parse(String(fetching.mock.calls[0]?.[1]?.body))).toEqual(body);
  });

  it.each(['<html>', '', '{"operations"'])('with the answer %j is a failure', async (body) => {
    answer(body);
    expect(await client.status([], PASS)).toMatchObject({ failure: { kind: 'unreadable' } });
  });
});

describe('the balance', () => {
  it('is undefined where it cannot be read', async () => {
    answer('<html>');
    expect(await client.credits('ya29.a')).toBeUndefined();
  });
});
