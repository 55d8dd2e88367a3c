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

test.each(NO_ANSWER)('%s: no answer, and booked only after', async (_name, mishap, submits) => {
  twin.mishap('submit', mishap);
  await expect(extend()).rejects.toThrow();
  expect(booked()).toEqual([submits, 1540 - 10 * submits]);
});

test('hangs until the twin stops', async () => {
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

test('status replies with another word, without, with more and with doubled operations', async () => {
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
    [true, 'PENDING'],
  ]);
  expect(await told({ operations: 'doubled' })).toEqual([
    [true, 'PENDING'],
    [true, 'PENDING'],
  ]);
});

test('an operation can end canceled', async () => {
  twin.mishap('submit', { fail: { code: 1, message: 'Canceled', word: 'CANCELED' } });
  const submitted = parsed<Submitted>(await extend());
  twin.clock.advance(4000);
  expect(parsed(await post(PATHS.status, statusBody(submitted)))).toMatchObject({
    operations: [{ status: 'MEDIA_GENERATION_STATUS_CANCELED', operation: { error: { code: 1 } } }],
  });
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

test('unplugged, nobody gets through', async () => {
  const plugIn = twin.unplug();
  await expect(extend()).rejects.toThrow();
  plugIn();
  expect((await extend()).status).toBe(200);
  expect(twin.submits).toHaveLength(1);
});

test('lets the bytes of a file trickle', async () => {
  const submitted = parsed<Submitted>(await extend());
  twin.clock.advance(4000);
  const reply = await post(PATHS.status, statusBody(submitted));
  const { operations } = parsed<{
    operations: { operation: { metadata: { video: { fifeUrl: string } } } }[];
  }>(reply);
  const address = operations[0]?.operation.metadata.video.fifeUrl ?? '';
  const whole = await fetchSigned(twin, address);
  twin.trickle = whole.bytes.length * 4;
  const startedAt = Date.now();
  const slow = await fetchSigned(twin, address);
  expect(slow.bytes.equals(whole.bytes)).toBe(true);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(200);
});
