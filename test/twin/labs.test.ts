import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiCall, BODIES, fetchSigned, PATHS, parsed, send, signIn, token } from './client';
import { encodeMediaId } from './media-id';
import { startTwin, type Twin } from './twin';
import { CLIPS, IMAGES, PROJECTS } from './world';

let twin: Twin;
let cookie: string;

beforeEach(async () => {
  twin = await startTwin();
  cookie = await signIn(twin, 'ada@example.com');
});
afterEach(() => twin.stop());

const get = (path: string) => send(twin, { path, headers: { cookie } });
const session = async () => parsed<{ access_token?: string }>(await get('/fx/api/auth/session'));
const credits = async (bearer = '') => send(twin, apiCall(bearer, '/v1/credits'));

function trpc(procedure: string, json: object) {
  return get(
    `/fx/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json, meta: {} }))}`,
  );
}

test('the twin gives one token for 45 minutes, valid for an hour', async () => {
  const { access_token: first } = await session();
  expect(parsed(await credits(first))).toEqual({
    credits: 1540,
    userPaygateTier: 'PAYGATE_TIER_TWO',
  });
  twin.clock.advance(44 * 60_000);
  expect((await session()).access_token).toBe(first);
  twin.clock.advance(2 * 60_000);
  const { access_token: second } = await session();
  expect(second).not.toBe(first);
  expect((await credits(first)).status).toBe(200);
  twin.clock.advance(15 * 60_000);
  expect((await credits(first)).status).toBe(401);
  expect((await credits(second)).status).toBe(200);
});

test('the twin revokes tokens and signs out', async () => {
  const { access_token: first } = await session();
  twin.revokeTokens();
  expect((await credits(first)).status).toBe(401);
  const { access_token: second } = await session();
  expect((await credits(second)).status).toBe(200);
  twin.signOut('ada@example.com');
  expect((await credits(second)).status).toBe(401);
  expect(await session()).toEqual({});
  expect((await trpc('project.searchUserProjects', {})).status).toBe(401);
});

interface Listed {
  result: { data: { json: { result: { workflows: Workflow[]; nextPageToken: string | null } } } };
}
interface Workflow {
  workflowSteps: {
    mediaGenerations: {
      mediaGenerationId: { mediaKey: string };
      mediaData: { videoData: { fifeUri: string; generatedVideo: { mediaGenerationId: string } } };
    }[];
  }[];
}

async function list(cursor: string | null, pageSize = 4) {
  const input = { pageSize, projectId: PROJECTS.elm.id, mediaType: 'MEDIA_TYPE_VIDEO', cursor };
  const reply = await trpc('project.searchProjectWorkflows', input);
  const { workflows, nextPageToken } = parsed<Listed>(reply).result.data.json.result;
  const steps = workflows.flatMap(({ workflowSteps }) => workflowSteps);
  const videos = steps.flatMap(({ mediaGenerations }) => mediaGenerations);
  return { videos, nextPageToken };
}

test('the twin lists a project in pages, results among them', async () => {
  const bearer = await token(twin);
  await send(twin, apiCall(bearer, PATHS.extend, BODIES.extend()));
  const first = await list(null);
  const second = await list(first.nextPageToken);
  expect([first.nextPageToken, second.nextPageToken]).toEqual(['4', null]);
  const keys = [...first.videos, ...second.videos].map((v) => v.mediaGenerationId.mediaKey);
  expect(keys).toHaveLength(8);
  expect(keys[0]).toBe(CLIPS.street.mediaKey);
  const { generatedVideo } = first.videos[0]?.mediaData.videoData ?? {};
  expect(generatedVideo?.mediaGenerationId).toBe(CLIPS.street.mediaId);
});

test('the twin shows nobody the projects of another account', async () => {
  const { status } = await trpc('project.getProject', { projectId: PROJECTS.attic.id });
  expect(status).toBe(404);
  expect((await trpc('project.getProject', { projectId: PROJECTS.elm.id })).status).toBe(200);
});

test('the twin serves signed addresses whole, in ranges and until they expire', async () => {
  const { videos } = await list(null);
  const address = videos[0]?.mediaData.videoData.fifeUri ?? '';
  const whole = await fetchSigned(twin, address);
  const size = whole.bytes.length;
  expect([whole.status, whole.headers['content-type']]).toEqual([200, 'video/mp4']);
  expect(whole.headers).not.toHaveProperty('access-control-allow-origin');
  const range = async (text: string) => {
    const { status, headers, bytes } = await fetchSigned(twin, address, { range: text });
    return [status, headers['content-range'], bytes.length];
  };
  expect(await range('bytes=0-')).toEqual([206, `bytes 0-${size - 1}/${size}`, size]);
  expect(await range('bytes=100-199')).toEqual([206, `bytes 100-199/${size}`, 100]);
  expect(await range('bytes=-50')).toEqual([206, `bytes ${size - 50}-${size - 1}/${size}`, 50]);
  expect((await range(`bytes=${size}-`)).slice(0, 2)).toEqual([416, `bytes */${size}`]);
  const head = await fetchSigned(twin, address, {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([
    200,
    String(size),
    0,
  ]);
  const tampered = await fetchSigned(twin, address.replace('Expires=1', 'Expires=2'));
  expect([tampered.status, tampered.bytes.toString()]).toEqual([
    403,
    expect.stringContaining('SignatureDoesNotMatch'),
  ]);
  expect((await fetchSigned(twin, address.split('?')[0] ?? '')).status).toBe(403);
  twin.clock.advance(6 * 3_600_000 + 1000);
  const late = await fetchSigned(twin, address);
  expect([late.status, late.bytes.toString()]).toEqual([
    403,
    expect.stringContaining('ExpiredToken'),
  ]);
});

test('pages of the twin redirect once everybody has moved', async () => {
  expect((await get('/fx/zh/tools/flow')).status).toBe(200);
  twin.moved = true;
  const { status, headers } = await get(`/fx/tools/flow/project/${PROJECTS.elm.id}`);
  expect([status, headers.location, headers['cache-control']]).toEqual([
    308,
    `https://flow.google.com/project/${PROJECTS.elm.id}`,
    'no-store',
  ]);
});

test('one account moves: its pages redirect, its calls are refused, and it is signed in over there', async () => {
  const ben = await signIn(twin, 'ben@example.com');
  const bearer = await token(twin, 'ben@example.com');
  const comeBack = twin.moveAccount('ben@example.com');
  const page = `/fx/tools/flow/project/${PROJECTS.attic.id}/edit/x`;
  const moved = await send(twin, { path: page, headers: { cookie: ben } });
  expect([moved.status, moved.headers.location]).toEqual([
    308,
    `https://flow.google.com/project/${PROJECTS.attic.id}`,
  ]);
  expect((await credits(bearer)).status).toBe(401);
  twin.moveAccount('ben@example.com', 403);
  expect((await credits(bearer)).status).toBe(403);
  const list = '/fx/api/trpc/project.searchUserProjects';
  expect((await send(twin, { path: list, headers: { cookie: ben } })).status).toBe(401);
  const there = await fetchSigned(twin, String(moved.headers.location));
  expect(there.bytes.toString()).toContain('"oPEP7c":"ben@example.com"');
  expect((await get('/fx/tools/flow')).status).toBe(200);
  expect((await credits(await token(twin))).status).toBe(200);
  comeBack();
  expect((await credits(bearer)).status).toBe(200);
});

test('the twin encodes media ids as the wire does', () => {
  const { mediaId, mediaKey, workflowId } = CLIPS.street;
  const bytes = Buffer.from(mediaId, 'base64url');
  expect(bytes.subarray(0, 4)).toEqual(Buffer.from([8, 5, 18, 36]));
  expect(bytes.toString('latin1')).toContain(`\x22\x03CAE\x2a\x24${mediaKey}`);
  expect(mediaId).toMatch(/^CAUSJ[\w-]+$/);
  expect(IMAGES.sketch.mediaId).toMatch(/^CAMaJ/);
  expect(encodeMediaId({ kind: 'image', workflowId, mediaKey })).not.toContain('=');
});

test('the twin refuses, spoils and breaks off clips to order, and forgets the addresses it gave out', async () => {
  const { videos } = await list(null);
  const address = videos[0]?.mediaData.videoData.fifeUri ?? '';
  const key = videos[0]?.mediaGenerationId.mediaKey ?? '';
  const allow = twin.spoilFiles('forbidden', key);
  expect((await fetchSigned(twin, address)).status).toBe(403);
  allow();
  const mend = twin.spoilFiles('page');
  const page = await fetchSigned(twin, address);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
  mend();
  const end = twin.spoilFiles('broken', key);
  await expect(fetchSigned(twin, address)).rejects.toThrow();
  end();
  expect((await fetchSigned(twin, address)).status).toBe(200);
  twin.renewAddresses();
  expect((await fetchSigned(twin, address)).status).toBe(403);
  const fresh = (await list(null)).videos[0]?.mediaData.videoData.fifeUri ?? '';
  expect((await fetchSigned(twin, fresh)).status).toBe(200);
});
