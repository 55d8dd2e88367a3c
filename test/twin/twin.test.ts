import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  apiCall,
  BODIES,
  fetchSigned,
  PATHS,
  parsed,
  type Submitted,
  send,
  statusBody,
  token,
} from './client';
import { startTwin, type Twin } from './twin';
import { CLIPS, PROJECTS } from './world';

let twin: Twin;
let bearer: string;

beforeEach(async () => {
  twin = await startTwin();
  bearer = await token(twin);
});
afterEach(() => twin.stop());

const post = (path: string, body: unknown) => send(twin, apiCall(bearer, path, body));
const balance = () => twin.accounts[0]?.balance;

const MOVES = [
  ...['UP', 'DOWN', 'LEFT_TO_RIGHT', 'RIGHT_TO_LEFT', 'FORWARD', 'BACKWARD'],
  ...['DOLLY_IN_ZOOM_OUT', 'DOLLY_OUT_ZOOM_IN_LARGE', 'STATIONARY_UP', 'STATIONARY_DOWN'],
  ...['STATIONARY_LEFT_LARGE', 'STATIONARY_RIGHT_LARGE', 'STATIONARY_DOLLY_IN_ZOOM_OUT'],
  'STATIONARY_DOLLY_OUT_ZOOM_IN_LARGE',
];

test('the twin accepts every captured shape, and its ledger adds up', async () => {
  const bodies: [string, unknown][] = [
    [PATHS.extend, BODIES.extend()],
    [PATHS.references, BODIES.references()],
    [PATHS.upscale, BODIES.upscale()],
    ...MOVES.map((move): [string, unknown] => [PATHS.reshoot, BODIES.reshoot(move)]),
  ];
  expect(bodies).toHaveLength(17);
  for (const [path, body] of bodies) {
    const reply = await post(path, body);
    expect(reply.status, reply.bytes.toString()).toBe(200);
    const { operations, ...rest } = parsed<Submitted>(reply);
    expect(operations).toEqual([
      {
        operation: { name: expect.stringMatching(/^[0-9a-f]{32}$/) },
        sceneId: expect.any(String),
        status: 'MEDIA_GENERATION_STATUS_PENDING',
      },
    ]);
    expect(rest).toEqual({ remainingCredits: balance() });
    expect(reply.headers['access-control-allow-origin']).toBe('https://labs.google');
  }
  expect(twin.submits.map(({ price }) => price)).toEqual([10, 10, 0, ...MOVES.map(() => 20)]);
  expect(balance()).toBe(1540 - 20 - 14 * 20);
  expect(twin.submits.at(-1)).toMatchObject({
    action: 'reshoot',
    account: 'ada@example.com',
    projectId: PROJECTS.elm.id,
    mediaIds: [CLIPS.witch.mediaId],
    move: 'RESHOOT_MOTION_TYPE_STATIONARY_DOLLY_OUT_ZOOM_IN_LARGE',
    balanceAfter: balance(),
  });
  expect(twin.submits[2]?.projectId).toBe(PROJECTS.elm.id);
});

test('the twin books four items of one submit one by one', async () => {
  const body = BODIES.extend();
  body.requests = Array.from({ length: 4 }, () => BODIES.extend().requests).flat();
  const { operations, remainingCredits } = parsed<Submitted>(await post(PATHS.extend, body));
  expect(operations).toHaveLength(4);
  expect(twin.submits.map(({ balanceAfter }) => balanceAfter)).toEqual([1530, 1520, 1510, 1500]);
  expect(remainingCredits).toBe(1500);
});

test('an operation goes from PENDING over ACTIVE to a finished clip', async () => {
  await twin.stop();
  twin = await startTwin({ durationsMs: { extend: 40 * 60_000 } });
  bearer = await token(twin);
  const submitted = parsed<Submitted>(await post(PATHS.extend, BODIES.extend()));
  const ask = () => post(PATHS.status, statusBody(submitted));
  const before = twin.media().length;
  expect(parsed(await ask())).toEqual({ operations: submitted.operations });
  twin.clock.advance(20 * 60_000);
  expect(parsed(await ask())).toMatchObject({
    operations: [{ status: 'MEDIA_GENERATION_STATUS_ACTIVE' }],
  });
  expect(twin.media()).toHaveLength(before);
  twin.clock.advance(20 * 60_000);
  expect(twin.media()).toHaveLength(before + 1);
  const result = twin.media().at(-1);
  const [{ operation, sceneId } = { operation: { name: '' }, sceneId: '' }] = submitted.operations;
  const done = parsed<{ operations: { operation: { metadata: { video: VideoReply } } }[] }>(
    await ask(),
  );
  expect(done).toEqual({
    operations: [
      {
        operation: {
          name: operation.name,
          metadata: {
            '@type': 'type.googleapis.com/google.internal.labs.aisandbox.v1.Media',
            name: result?.mediaId,
            video: {
              seed: 31_415,
              mediaGenerationId: result?.mediaId,
              prompt: 'The car turns the corner',
              fifeUrl: expect.stringContaining(`/video/${result?.mediaKey}?GoogleAccessId=`),
              mediaVisibility: 'PRIVATE',
              servingBaseUri: expect.stringContaining(`/image/${result?.mediaKey}?`),
              model: 'veo_3_1_extend_fast_landscape_ultra',
              isLooped: false,
              aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE',
            },
          },
        },
        sceneId,
        mediaGenerationId: result?.mediaId,
        status: 'MEDIA_GENERATION_STATUS_SUCCESSFUL',
      },
    ],
    remainingCredits: 1530,
  });
  const address = done.operations[0]?.operation.metadata.video.fifeUrl ?? '';
  const bytes = readFileSync(result?.file ?? '');
  expect((await fetchSigned(twin, address)).bytes.equals(bytes)).toBe(true);
});

interface VideoReply {
  fifeUrl: string;
}

test('work that is held runs until it is let go, and only what was started meanwhile', async () => {
  const statusOf = async (submitted: Submitted) =>
    parsed<Submitted>(await post(PATHS.status, statusBody(submitted))).operations[0]?.status;
  const finish = twin.holdWork('extend');
  const held = parsed<Submitted>(await post(PATHS.extend, BODIES.extend()));
  const free = parsed<Submitted>(await post(PATHS.reshoot, BODIES.reshoot()));
  twin.clock.advance(30 * 60_000);
  expect(await statusOf(held)).toBe('MEDIA_GENERATION_STATUS_ACTIVE');
  expect(await statusOf(free)).toBe('MEDIA_GENERATION_STATUS_SUCCESSFUL');
  const other = twin.holdWork();
  const later = parsed<Submitted>(await post(PATHS.extend, BODIES.extend()));
  finish();
  expect(await statusOf(held)).toBe('MEDIA_GENERATION_STATUS_SUCCESSFUL');
  expect(await statusOf(later)).toBe('MEDIA_GENERATION_STATUS_ACTIVE');
  other();
  expect(await statusOf(later)).toBe('MEDIA_GENERATION_STATUS_SUCCESSFUL');
});

test('a second upsample answers with the clip itself', async () => {
  await post(PATHS.upscale, BODIES.upscale());
  const body = BODIES.upscale();
  const { operations, remainingCredits } = parsed<Submitted>(await post(PATHS.upscale, body));
  const made = twin.media().find(({ mediaKey }) => mediaKey === `${CLIPS.cat.mediaKey}_upsampled`);
  expect(operations).toEqual([
    {
      rawBytes: readFileSync(made?.file ?? '').toString('base64'),
      mediaGenerationId: made?.mediaId,
      sceneId: body.requests[0]?.metadata.sceneId,
      status: 'MEDIA_GENERATION_STATUS_SUCCESSFUL',
    },
  ]);
  expect(made).toMatchObject({ width: 1920, height: 1080 });
  expect(remainingCredits).toBe(1540);
  expect(twin.submits[1]).toMatchObject({ price: 0, action: 'upscale' });
  expect(twin.submits[1]).not.toHaveProperty('operationName');
});

test('the twin stops when the credits are spent', async () => {
  const account = twin.accounts[0];
  if (account) account.balance = 15;
  const reply = await post(PATHS.reshoot, BODIES.reshoot());
  expect(reply.status).toBe(429);
  expect(parsed(reply)).toMatchObject({
    error: {
      status: 'RESOURCE_EXHAUSTED',
      details: [{ reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED' }],
    },
  });
  expect([twin.submits.length, balance()]).toEqual([0, 15]);
});

test('the twin holds replies back after charging', async () => {
  const release = twin.holdReplies('submit');
  const waiting = post(PATHS.extend, BODIES.extend());
  await expect.poll(() => twin.submits.length).toBe(1);
  const first = await Promise.race([waiting, new Promise((r) => setTimeout(r, 100, 'held'))]);
  expect([first, balance()]).toEqual(['held', 1530]);
  release();
  expect((await waiting).status).toBe(200);
});

test('the twin lets calls go wrong on request', async () => {
  twin.mishap('submit', {
    refuse: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      reason: 'PUBLIC_ERROR_USER_REQUESTS_THROTTLED',
      retryAfter: 7,
    },
  });
  const throttled = await post(PATHS.extend, BODIES.extend());
  expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '7']);
  twin.mishap('submit', { cut: true });
  await expect(post(PATHS.extend, BODIES.extend())).rejects.toThrow();
  expect([twin.submits.length, balance()]).toEqual([1, 1530]);
  twin.mishap('submit', { fail: { code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' } });
  const submitted = parsed<Submitted>(await post(PATHS.extend, BODIES.extend()));
  const told = parsed(await post(PATHS.status, statusBody(submitted)));
  expect(told).toMatchObject({
    operations: [
      {
        operation: { error: { code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' } },
        status: 'MEDIA_GENERATION_STATUS_FAILED',
      },
    ],
    remainingCredits: 1530,
  });
});
