import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  apiCall,
  BODIES,
  PATHS,
  parsed,
  type Sent,
  type Submitted,
  send,
  statusBody,
  token,
} from './client';
import { startTwin, type Twin } from './twin';
import { CLIPS, IMAGES, PROJECTS } from './world';

let twin: Twin;
let bearer: string;

beforeAll(async () => {
  twin = await startTwin();
  bearer = await token(twin);
});
afterAll(() => twin.stop());

type Name = keyof typeof BODIES;
type Path = readonly (string | number)[];

// Sets (or, without a value, removes) one field of a body that is accepted as it is.
function broken(name: Name, path: Path, ...value: unknown[]): Sent {
  const body: unknown = BODIES[name]();
  const last = path.at(-1) ?? '';
  let at = body as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  if (value.length === 0) delete at[last];
  else at[last] = value[0];
  return apiCall(bearer, PATHS[name], body);
}

async function refused(call: Sent, status: number, field: string): Promise<void> {
  const [submits, balance] = [twin.submits.length, twin.accounts[0]?.balance];
  const reply = await send(twin, call);
  expect(reply.status, reply.bytes.toString()).toBe(status);
  const { error } = parsed<{ error: { code: number; status: string } }>(reply);
  expect(error.code).toBe(status);
  expect(JSON.stringify(error)).toContain(field);
  expect(twin.calls.at(-1)?.reason).toBeTruthy();
  expect([twin.submits.length, twin.accounts[0]?.balance]).toEqual([submits, balance]);
}

const R = (...rest: Path): Path => ['requests', 0, ...rest];
const input = (key: string) => R('videoInput', key);
const TIER = 'userPaygateTier';
const item = () => BODIES.extend().requests[0];

test.each<[Name, Path, unknown[], number, string]>([
  ['extend', ['surplus'], [1], 400, 'surplus'],
  ['extend', ['requests'], [], 400, 'requests'],
  ['extend', ['requests'], [[]], 400, 'requests'],
  ['extend', ['requests'], [[item(), item(), item(), item(), item()]], 400, 'requests'],
  ['extend', ['clientContext'], [], 400, 'clientContext'],
  ['extend', ['clientContext', 'sessionId'], ['1795183200000'], 400, 'clientContext.sessionId'],
  ['extend', ['clientContext', 'surplus'], ['x'], 400, 'clientContext.surplus'],
  ['extend', ['clientContext', 'tool'], ['FLOW'], 400, 'clientContext.tool'],
  ['extend', ['clientContext', 'projectId'], [], 400, 'clientContext.projectId'],
  ['extend', ['clientContext', 'projectId'], ['elm'], 400, 'clientContext.projectId'],
  ['extend', ['clientContext', 'projectId'], [randomUUID()], 404, 'clientContext.projectId'],
  ['extend', ['clientContext', 'projectId'], [PROJECTS.attic.id], 404, 'clientContext.projectId'],
  ['extend', ['clientContext', TIER], ['PAYGATE_TIER_ONE'], 400, `clientContext.${TIER}`],
  ['extend', R('surplus'), ['x'], 400, 'requests[0].surplus'],
  ['extend', R('seed'), [100_000], 400, 'requests[0].seed'],
  ['extend', R('seed'), [1.5], 400, 'requests[0].seed'],
  ['extend', R('seed'), ['7'], 400, 'requests[0].seed'],
  ['extend', R('metadata', 'sceneId'), ['scene'], 400, 'requests[0].metadata.sceneId'],
  ['extend', R('metadata', 'surplus'), [1], 400, 'requests[0].metadata.surplus'],
  ['extend', R('textInput', 'prompt'), [' '], 400, 'requests[0].textInput.prompt'],
  ['extend', R('textInput'), [], 400, 'requests[0].textInput'],
  ['extend', R('reshootMotionType'), ['x'], 400, 'requests[0].reshootMotionType'],
  ['extend', R('aspectRatio'), ['VIDEO_ASPECT_RATIO_SQUARE'], 400, 'requests[0].aspectRatio'],
  ['extend', input('surplus'), [1], 400, 'requests[0].videoInput.surplus'],
  ['extend', input('mediaId'), ['CAUS'], 404, 'requests[0].videoInput.mediaId'],
  ['extend', input('mediaId'), [CLIPS.boat.mediaId], 404, 'requests[0].videoInput.mediaId'],
  ['extend', input('mediaId'), [CLIPS.attic.mediaId], 404, 'requests[0].videoInput.mediaId'],
  ['extend', input('mediaId'), [IMAGES.coat.mediaId], 400, 'requests[0].videoInput.mediaId'],
  ['extend', input('mediaId'), [CLIPS.balloon.mediaId], 400, 'requests[0].aspectRatio'],
  ['extend', input('startFrameIndex'), [-1], 400, 'requests[0].videoInput.startFrameIndex'],
  ['extend', input('startFrameIndex'), [191], 400, 'requests[0].videoInput.startFrameIndex'],
  ['extend', input('startFrameIndex'), [], 400, 'requests[0].videoInput.startFrameIndex'],
  ['extend', input('endFrameIndex'), [192], 400, 'requests[0].videoInput.endFrameIndex'],
  ['extend', input('endFrameIndex'), ['191'], 400, 'requests[0].videoInput.endFrameIndex'],
  ['extend', R('videoModelKey'), ['veo_9'], 404, 'requests[0].videoModelKey'],
  ['extend', R('videoModelKey'), ['veo_3_0_reshoot_landscape'], 403, 'MODEL_ACCESS_DENIED'],
  ['extend', R('videoModelKey'), ['veo_3_1_extend_fast_landscape'], 403, 'MODEL_ACCESS_DENIED'],
  ['reshoot', R('reshootMotionType'), ['UP'], 400, 'requests[0].reshootMotionType'],
  ['reshoot', R('reshootMotionType'), [], 400, 'requests[0].reshootMotionType'],
  ['reshoot', R('textInput'), [{ prompt: 'x' }], 400, 'requests[0].textInput'],
  ['reshoot', input('startFrameIndex'), [0], 400, 'requests[0].videoInput.startFrameIndex'],
  ['reshoot', R('videoModelKey'), ['veo_3_0_reshoot_portrait'], 403, 'MODEL_ACCESS_DENIED'],
  ['upscale', ['clientContext', 'tool'], ['PINHOLE'], 400, 'clientContext.tool'],
  ['upscale', ['clientContext', 'projectId'], [PROJECTS.elm.id], 400, 'clientContext.projectId'],
  ['upscale', input('mediaId'), [CLIPS.attic.mediaId], 404, 'requests[0].videoInput.mediaId'],
  ['upscale', input('mediaId'), [CLIPS.streetUpscaled.mediaId], 400, 'videoInput.mediaId'],
  ['references', R('referenceImages'), [[]], 400, 'requests[0].referenceImages'],
  ['references', R('referenceImages', 3), [{}], 400, 'requests[0].referenceImages'],
  ['references', R('referenceImages', 0, 'imageUsageType'), ['x'], 400, '[0].imageUsageType'],
  ['references', R('referenceImages', 1, 'mediaId'), [CLIPS.cat.mediaId], 400, '[1].mediaId'],
  ['references', R('referenceImages', 2, 'mediaId'), [IMAGES.signal.mediaId], 404, '[2].mediaId'],
  ['references', R('aspectRatio'), ['VIDEO_ASPECT_RATIO_PORTRAIT'], 403, 'MODEL_ACCESS_DENIED'],
])('refuses a(n) %s with %j = %j', async (name, path, value, status, field) => {
  await refused(broken(name, path, ...value), status, field);
});

test.each<[string, number, string, (call: Sent) => Sent]>([
  ['another method', 404, 'NOT_FOUND', (call) => ({ ...call, method: 'PUT' })],
  ['an unknown path', 404, 'NOT_FOUND', (call) => ({ ...call, path: '/v1/video:nothing' })],
  ['another origin', 403, 'origin', header('origin', 'chrome-extension://abc')],
  ['no origin', 403, 'origin', header('origin')],
  ['no referer', 403, 'referer', header('referer')],
  ['a longer referer', 403, 'referer', header('referer', 'https://labs.google/fx')],
  ['a cookie', 403, 'cookie', header('cookie', 'a=b')],
  ['JSON as the type', 400, 'content-type', header('content-type', 'application/json')],
  ['no token', 401, 'UNAUTHENTICATED', header('authorization')],
  ['a made-up token', 401, 'UNAUTHENTICATED', header('authorization', 'Bearer ya29.x')],
  ['broken JSON', 400, 'body', (call) => ({ ...call, body: '{' })],
])('refuses %s', async (_, status, field, change) => {
  await refused(change(apiCall(bearer, PATHS.extend, BODIES.extend())), status, field);
});

function header(name: string, value?: string) {
  return (call: Sent): Sent => {
    const { [name]: _, ...others } = call.headers ?? {};
    return { ...call, headers: value === undefined ? others : { ...others, [name]: value } };
  };
}

test('the twin refuses a scene that was used before, also inside one submit', async () => {
  const call = apiCall(bearer, PATHS.extend, BODIES.extend());
  expect((await send(twin, call)).status).toBe(200);
  await refused(call, 400, 'requests[0].metadata.sceneId');
  const body = BODIES.extend();
  body.requests.push(...body.requests);
  await refused(apiCall(bearer, PATHS.extend, body), 400, 'requests[1].metadata.sceneId');
});

test('the twin refuses a status call of the wrong shape', async () => {
  const submitted = parsed<Submitted>(
    await send(twin, apiCall(bearer, PATHS.extend, BODIES.extend())),
  );
  const [first] = statusBody(submitted).operations;
  const ask = (operation: object) => apiCall(bearer, PATHS.status, { operations: [operation] });
  await refused(ask({ ...first, surplus: 1 }), 400, 'operations[0].surplus');
  await refused(ask({ ...first, sceneId: randomUUID() }), 400, 'operations[0].sceneId');
  await refused(ask({ ...first, status: 'PENDING' }), 400, 'operations[0].status');
  const unknown = { operation: { name: 'f'.repeat(32) } };
  await refused(ask({ ...first, ...unknown }), 404, 'operations[0].operation.name');
  await refused(apiCall(bearer, PATHS.status, { operations: [] }), 400, 'operations');
  const ben = await token(twin, 'ben@example.com');
  const foreign = apiCall(ben, PATHS.status, statusBody(submitted));
  await refused(foreign, 404, 'operations[0].operation.name');
});

test('the twin answers a preflight for labs.google alone, without credentials', async () => {
  const preflight = (origin: string) =>
    send(twin, {
      ...{ host: 'aisandbox-pa.googleapis.com', path: PATHS.extend, method: 'OPTIONS' },
      headers: { origin },
    });
  const { status, headers } = await preflight('https://labs.google');
  expect(status).toBe(204);
  expect(headers['access-control-allow-headers']).toBe('authorization,content-type');
  expect(headers).not.toHaveProperty('access-control-allow-credentials');
  expect((await preflight('chrome-extension://abc')).status).toBe(403);
});
