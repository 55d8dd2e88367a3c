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
import { type Mishap, startTwin, type Twin } from './twin';

let twin: Twin;
let bearer: string;

beforeEach(async () => {
  twin = await startTwin();
  bearer = await token(twin);
});
afterEach(() => twin.stop());

const post = (path: string, body: unknown) => send(twin, apiCall(bearer, path, body));
const extend = () => post(PATHS.extend, BODIES.extend());
const booked = () => [twin.submits.length, twin.accounts[0]?.balance];

const NO_ANSWER: readonly [string, Mishap, number][] = [
  ['cut before', { cut: 'before' }, 0],
  ['cut after', { cut: 'after' }, 1],
  ['reset before', { reset: 'before' }, 0],
  ['reset after', { reset: 'after' }, 1],
];

test.each(NO_ANSWER)(
  'the twin gives no answer at a mishap of %s, and books it only after',
  async (_name, mishap, submits) => {
    twin.mishap('submit', mishap);
    await expect(extend()).rejects.toThrow();
    expect(booked()).toEqual([submits, 1540 - 10 * submits]);
  },
);

test('a call that hangs does so until the twin stops', async () => {
  twin.mishap('submit', { hang: 'after' });
  const asked = extend().catch(() => 'broken');
  const first = await Promise.race([asked, new Promise((r) => setTimeout(r, 100, 'waits'))]);
  expect([first, ...booked()]).toEqual(['waits', 1, 1530]);
});

test.each([
  ['half', 200, /^\{"operations".*[^}]$/],
  ['html', 200, /^<!doctype html>/],
  ['empty', 200, /^$/],
  ['error', 500, /"INTERNAL"/],
] as const)('a body that is %s, after all is charged', async (body, status, text) => {
  twin.mishap('submit', { body });
  const reply = await extend();
  expect([reply.status, ...booked()]).toEqual([status, 1, 1530]);
  expect(reply.bytes.toString()).toMatch(text);
});

test('the twin can answer a status call with another word, without operations, with more of them and with doubled ones', async () => {
  twin.holdWork();
  const asked = statusBody(parsed<Submitted>(await extend()));
  const told = async (mishap: Mishap) => {
    twin.mishap('status', mishap);
    const reply = await post(PATHS.status, asked);
    return parsed<Submitted>(reply).operations.map(({ operation, status }) => [
      operation.name === asked.operations[0]?.operation.name,
      status.replace('MEDIA_GENERATION_STATUS_', ''),
    ]);
  };
  expect(await told({ word: 'MEDIA_GENERATION_STATUS_DREAMING' })).toEqual([[true, 'DREAMING']]);
  expect(await told({ operations: 'missing' })).toEqual([]);
  expect(await told({ operations: 'extra' })).toEqual([
    [false, 'FAILED'],
    [true, 'ACTIVE'],
  ]);
  expect(await told({ operations: 'doubled' })).toEqual([
    [true, 'ACTIVE'],
    [true, 'ACTIVE'],
  ]);
});

test('an operation can end canceled', async () => {
  twin.mishap('submit', { fail: { code: 1, message: 'Canceled', word: 'CANCELED' } });
  const submitted = parsed<Submitted>(await extend());
  expect(parsed(await post(PATHS.status, statusBody(submitted)))).toMatchObject({
    operations: [{ status: 'MEDIA_GENERATION_STATUS_CANCELED', operation: { error: { code: 1 } } }],
  });
});

test('a token ends when it is told to, and the session address gives another', async () => {
  twin.mishap('submit', { tokenEnds: true });
  expect((await extend()).status).toBe(401);
  expect((await extend()).status).toBe(401);
  const renewed = await token(twin);
  expect(renewed).not.toBe(bearer);
  bearer = renewed;
  expect((await extend()).status).toBe(200);
  expect(booked()).toEqual([1, 1530]);
});

test('a mishap happens so many times, or until it is ended', async () => {
  const refuse = { refuse: { code: 503, status: 'UNAVAILABLE' } };
  const statuses = async () => [(await extend()).status, (await extend()).status];
  twin.mishap('submit', refuse, 1);
  expect(await statuses()).toEqual([503, 200]);
  const end = twin.mishap('submit', refuse, Number.POSITIVE_INFINITY);
  expect(await statuses()).toEqual([503, 503]);
  end();
  expect(await statuses()).toEqual([200, 200]);
});

test('a mishap about one thing leaves the calls about others alone', async () => {
  const refuse = { refuse: { code: 503, status: 'UNAVAILABLE' } };
  const reshoot = async (move: string) => (await post(PATHS.reshoot, BODIES.reshoot(move))).status;
  twin.mishap('submit', refuse, 1, 'RESHOOT_MOTION_TYPE_DOWN"');
  expect([await reshoot('UP'), await reshoot('DOWN'), await reshoot('DOWN')]).toEqual([
    ...[200, 503, 200],
  ]);
  const first = statusBody(parsed<Submitted>(await extend()));
  const second = statusBody(parsed<Submitted>(await extend()));
  twin.mishap('status', refuse, 1, second.operations[0]?.sceneId);
  const asked = async (body: unknown) => (await post(PATHS.status, body)).status;
  expect([await asked(first), await asked(second), await asked(second)]).toEqual([200, 503, 200]);
});

test('any call can be answered with anything, and then nothing is started', async () => {
  const given = { status: 418, headers: { 'retry-after': '7' }, body: { error: { code: 'odd' } } };
  twin.answerWith('submit', given);
  const reply = await extend();
  expect([reply.status, reply.headers['retry-after'], parsed(reply), ...booked()]).toEqual([
    ...[418, '7', { error: { code: 'odd' } }],
    ...[0, 1540],
  ]);
  twin.answerWith('status', { status: 200, body: '<html>' });
  const asked = statusBody(parsed<Submitted>(await extend()));
  expect((await post(PATHS.status, asked)).bytes.toString()).toBe('<html>');
  twin.answerWith('credits', { status: 500, body: '' }, 2);
  const credits = () => send(twin, apiCall(bearer, '/v1/credits'));
  expect([(await credits()).status, (await credits()).status, (await credits()).status]).toEqual([
    ...[500, 500, 200],
  ]);
  twin.answerWith('session', { status: 200, body: { error: 'gone' } });
  const own = (path: string) => send(twin, { path, method: 'GET' });
  expect(parsed(await own('/fx/api/auth/session'))).toEqual({ error: 'gone' });
  twin.answerWith('trpc', { status: 404, body: [] });
  expect((await own('/fx/api/trpc/project.getProject')).status).toBe(404);
  twin.mishap('submit', { answer: { status: 500, body: '' }, when: 'after' });
  expect([(await extend()).status, ...booked()]).toEqual([500, 2, 1520]);
});

test('nobody gets through to a twin that is unplugged', async () => {
  const plugIn = twin.unplug();
  await expect(extend()).rejects.toThrow();
  plugIn();
  expect((await extend()).status).toBe(200);
  expect(twin.submits).toHaveLength(1);
});

test.each([
  ['all but the beginning of a file', 'holdFiles'],
  ['the answer of a file', 'holdFileAnswers'],
] as const)('the twin keeps %s back until it is let go', async (_, hold) => {
  const submitted = parsed<Submitted>(await extend());
  const reply = await post(PATHS.status, statusBody(submitted));
  const { operations } = parsed<{
    operations: { operation: { metadata: { video: { fifeUrl: string } } } }[];
  }>(reply);
  const address = operations[0]?.operation.metadata.video.fifeUrl ?? '';
  const whole = await fetchSigned(twin, address);
  const letGo = twin[hold]();
  const held = fetchSigned(twin, address);
  const first = await Promise.race([held, new Promise((r) => setTimeout(r, 100, 'waits'))]);
  expect(first).toBe('waits');
  letGo();
  expect((await held).bytes.equals(whole.bytes)).toBe(true);
});
