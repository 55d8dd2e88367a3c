import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { channel } from '@/lib/messaging/channel';
import { retryIn } from '@/lib/session/refusal';
import {
  askIfUnknown,
  credentialsFor,
  readSession,
  renewCredentials,
  takeObservation,
} from '@/lib/session/session';
import { oneTab, openTab } from '@/lib/session/tab-registry';
import { accountOf } from './tabs';

const MINUTE = 60_000;
const signedIn = (email: string, token = `ya29.${email}`) =>
  JSON.stringify({ user: { email: `${email}@example.com` }, access_token: token });
const open = (tabId: number, at = 0) =>
  openTab({ site: 'labs.google', tabId, sessionId: `;${tabId}`, seenAt: at, projectId: undefined });

/** What each tab answers; a tab that is not in it never answers. */
let answers: Record<number, string | undefined> = {};
const asked = vi.fn((_name: string, _question: object, tabId: number) =>
  tabId in answers ? Promise.resolve(answers[tabId]) : new Promise(() => undefined),
);
const askedOf = (tabId: number) => asked.mock.calls.filter(([, , tab]) => tab === tabId).length;

/**
 * A hash that is there at once: the real one is made beside the fake clock, which would go on
 * meanwhile.
 */
async function hashAtOnce(_: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> {
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
}

/** The result, with the fake ms that it took. */
async function timed<Value>(step: Promise<Value>): Promise<[Value, number]> {
  const from = Date.now();
  let ended = false;
  void step.finally(() => {
    ended = true;
  });
  for (;;) {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    if (ended) break;
    await vi.advanceTimersByTimeAsync(500);
  }
  return [await step, Date.now() - from];
}

beforeEach(() => {
  fakeBrowser.reset();
  answers = {};
  asked.mockClear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 0 });
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(hashAtOnce);
  vi.spyOn(channel, 'sendMessage').mockImplementation(asked as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a tab that never answers', () => {
  beforeEach(async () => {
    for (const tabId of [1, 2, 3]) await open(tabId);
    await readSession(1, signedIn('ada'), 0);
    await readSession(2, signedIn('ada'), 0);
    await readSession(3, signedIn('ben'), 0);
  });

  it('holds nobody for longer than its one question, and is then left alone for a while', async () => {
    const [ada, ben] = [await accountOf(1), await accountOf(3)];
    const now = 50 * MINUTE;
    answers = { 3: signedIn('ben', 'ya29.new') };
    const [credentials, ms] = await timed(credentialsFor(ada, now));
    // Both its tabs at once; the old token may still do.
    expect(credentials?.token).toBe('ya29.ada');
    expect(ms).toBeLessThanOrEqual(11_000);
    expect((await timed(credentialsFor(ada, now + 10_000)))[1]).toBeLessThan(1000);
    expect(await timed(credentialsFor(ben, now + 10_000))).toEqual([
      expect.objectContaining({ token: 'ya29.new' }),
      expect.any(Number),
    ]);
    expect([askedOf(1), askedOf(2)]).toEqual([1, 1]);
  });

  it('is not asked while another tab of the account has a good token', async () => {
    const ada = await accountOf(1);
    await readSession(2, signedIn('ada', 'ya29.young'), 40 * MINUTE);
    const [credentials, ms] = await timed(credentialsFor(ada, 50 * MINUTE));
    expect([credentials?.token, ms]).toEqual(['ya29.young', expect.any(Number)]);
    expect(asked).not.toHaveBeenCalled();
  });

  it('does not hold up a renewal by another tab longer than one question', async () => {
    const ada = await accountOf(1);
    answers = { 2: signedIn('ada', 'ya29.new') };
    const [credentials, ms] = await timed(
      renewCredentials(ada, { token: 'ya29.ada', sessionId: '' }, MINUTE),
    );
    expect(credentials?.token).toBe('ya29.new');
    expect(ms).toBeLessThanOrEqual(11_000);
  });
});

describe('a page that could not be asked when it was opened', () => {
  const token = { media: [], operations: [], token: 'ya29.of-the-page' };

  it.each([
    ['its own calls', (now: number) => takeObservation(1, token, now)],
    ['its return to the front', (now: number) => askIfUnknown(1, now)],
    ['the wish for a pass', (now: number) => credentialsFor('ada', now)],
  ])('is asked again on %s, and counts as signed in', async (_, happen) => {
    answers = { 1: undefined };
    await open(1);
    await timed(Promise.resolve(happen(1000)));
    // The bridge has only just begun to ask.
    expect(askedOf(1)).toBe(0);
    await timed(Promise.resolve(happen(21_000)));
    await timed(Promise.resolve(happen(22_000)));
    expect(askedOf(1)).toBe(1);
    expect(await oneTab(1)).toMatchObject({ signedIn: false });
    answers = { 1: signedIn('ada') };
    await timed(Promise.resolve(happen(2 * MINUTE)));
    expect(await oneTab(1)).toMatchObject({ signedIn: true });
    expect(askedOf(1)).toBe(2);
  });

  it('is worth coming back for, ever later, and in the end no longer', async () => {
    await open(1);
    const pauses: number[] = [];
    for (let now = 0; ; ) {
      const wait = await retryIn(now);
      if (wait === undefined) break;
      pauses.push(wait / 1000);
      now += wait;
      await timed(credentialsFor('ada', now));
    }
    expect(pauses.slice(0, 6)).toEqual([20, 20, 40, 80, 160, 300]);
    expect(pauses.length).toBeLessThan(20);
  });

  it('and then says that it is signed out is not asked again', async () => {
    answers = { 1: '{}' };
    await open(1);
    await timed(credentialsFor('ada', MINUTE));
    await timed(credentialsFor('ada', 10 * MINUTE));
    expect(await retryIn(10 * MINUTE)).toBeUndefined();
    expect(askedOf(1)).toBe(1);
  });
});
