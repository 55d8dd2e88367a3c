import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { acceptToken, retryIn } from '@/lib/session/refusal';
import {
  credentialsFor,
  readSession,
  renewCredentials,
  takeObservation,
} from '@/lib/session/session';
import { dropTab, oneTab } from '@/lib/session/tab-registry';
import { tokens } from '@/lib/session/tokens';
import { accountOf, facts, open } from './tabs';

const ask = vi.hoisted(() =>
  vi.fn<(tabId: number, question: object) => Promise<string | undefined>>(),
);
vi.mock('@/lib/messaging/client', () => ({ askPage: ask }));

const MINUTE = 60_000;
const signedIn = (token: string, email = 'ada@example.com') =>
  JSON.stringify({ user: { email }, access_token: token });

beforeEach(() => {
  fakeBrowser.reset();
  ask.mockReset();
});

describe('a Flow tab', () => {
  it('is signed in once the session address named its account', async () => {
    await open(1);
    expect(await oneTab(1)).toMatchObject({ signedIn: false });
    await readSession(1, signedIn('ya29.a'), 0);
    expect(await oneTab(1)).toMatchObject({ signedIn: true, accountLabel: 'a…@example.com' });
    expect(await credentialsFor(await accountOf(1), 0)).toEqual({
      token: 'ya29.a',
      sessionId: ';1000',
    });
  });

  it('keeps no e-mail address and no token where views read', async () => {
    await open(1);
    await readSession(1, signedIn('ya29.secret'), 0);
    const seen = JSON.stringify(await oneTab(1));
    expect(seen).not.toContain('ada@');
    expect(seen).not.toContain('ya29');
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/ya29|ada@/);
  });

  it('takes over the page’s own session id, tier and balance', async () => {
    await open(1);
    await takeObservation(1, facts({ sessionId: ';1764079885884', tier: 'pro', balance: 9 }), 2000);
    expect(await oneTab(1)).toMatchObject({ sessionId: ';1764079885884', tier: 'pro', balance: 9 });
  });

  it('starts anew when the page is loaded again, and not when it only comes back', async () => {
    await open(1);
    await readSession(1, signedIn('ya29.a'), 0);
    await open(1);
    expect(await oneTab(1)).toMatchObject({ signedIn: true });
    await open(1, 5000);
    expect(await oneTab(1)).toMatchObject({ signedIn: false, sessionId: ';5000' });
    expect(await tokens.get()).toEqual({});
  });

  it('whose page’s session has run out is signed out, and says so until it has a new one', async () => {
    const body = {
      user: { email: 'ada@example.com' },
      access_token: 'ya29.dead-token-of-the-page',
    };
    const dead = JSON.stringify({ ...body, error: 'ACCESS_TOKEN_REFRESH_NEEDED' });
    await open(1);
    await readSession(1, signedIn('ya29.a'), 0);
    const account = await accountOf(1);
    await readSession(1, dead, 1);
    ask.mockResolvedValue(dead);
    for (let time = 2; time < 6; time++) {
      expect(await oneTab(1)).toMatchObject({ signedIn: false, hasRunOut: true });
      await takeObservation(1, facts({ token: body.access_token, session: dead }), time);
      expect(await credentialsFor(account, time)).toBeUndefined();
    }
    await readSession(1, signedIn('ya29.b'), 9);
    expect(await oneTab(1)).toMatchObject({ signedIn: true, hasRunOut: false });
    await readSession(1, '{}', 10);
    expect(await oneTab(1)).toMatchObject({ signedIn: false, hasRunOut: false });
  });

  it('that left Flow is gone with its token', async () => {
    await open(1);
    await readSession(1, signedIn('ya29.a'), 0);
    const account = await accountOf(1);
    await dropTab(1);
    expect(await oneTab(1)).toBeUndefined();
    expect(await tokens.get()).toEqual({});
    expect(await credentialsFor(account, 0)).toBeUndefined();
  });

  it('that was never open is not made up by a report', async () => {
    await takeObservation(9, facts({ token: 'ya29.abc', tier: 'ultra' }), 0);
    expect(await oneTab(9)).toBeUndefined();
  });
});

describe('a token', () => {
  beforeEach(async () => {
    await open(1);
    await readSession(1, signedIn('ya29.a'), 0);
  });

  it('is used for 45 minutes and then asked for again', async () => {
    const account = await accountOf(1);
    expect((await credentialsFor(account, 45 * MINUTE - 1))?.token).toBe('ya29.a');
    expect(ask).not.toHaveBeenCalled();
    ask.mockResolvedValue(signedIn('ya29.b'));
    expect((await credentialsFor(account, 45 * MINUTE))?.token).toBe('ya29.b');
  });

  it('of the page does not replace the one of the session address', async () => {
    await takeObservation(1, facts({ token: 'ya29.of-the-page' }), 10);
    expect((await credentialsFor(await accountOf(1), 20))?.token).toBe('ya29.a');
  });

  it('that was refused is replaced by another', async () => {
    const account = await accountOf(1);
    const refused = { token: 'ya29.a', sessionId: ';1000' };
    ask.mockResolvedValue(signedIn('ya29.b'));
    expect((await renewCredentials(account, refused, 10))?.token).toBe('ya29.b');
    expect(await oneTab(1)).toMatchObject({ signedIn: true });
  });

  it.each([
    ['the same token again', signedIn('ya29.a')],
    ['a signed-out page', '{}'],
    ['no answer', undefined],
    ['another account', signedIn('ya29.b', 'ben@example.com')],
  ])('that was refused and met by %s gives no pass', async (_, answer) => {
    const account = await accountOf(1);
    ask.mockResolvedValue(answer);
    expect(
      await renewCredentials(account, { token: 'ya29.a', sessionId: ';1000' }, 10),
    ).toBeUndefined();
    expect(await credentialsFor(account, 20)).toBeUndefined();
  });

  it('that is refused and given again rests, each time longer, and is tried again by itself', async () => {
    const account = await accountOf(1);
    const refused = { token: 'ya29.a', sessionId: ';1000' };
    ask.mockResolvedValue(signedIn('ya29.a'));
    let now = 1000;
    const pauses: number[] = [];
    for (;;) {
      expect(await renewCredentials(account, refused, now)).toBeUndefined();
      // Nobody was signed out by it.
      expect(await oneTab(1)).toMatchObject({ signedIn: true, isRefused: true });
      const wait = await retryIn(now);
      if (wait === undefined) break;
      pauses.push(wait / 1000);
      expect(await credentialsFor(account, now + wait - 1)).toBeUndefined();
      now += wait;
      expect(await credentialsFor(account, now)).toEqual(refused);
    }
    expect(pauses).toEqual([5, 15, 45, 120, 300, 300, 300]);
    expect(await credentialsFor(account, now + 24 * 60 * MINUTE)).toBeUndefined();
    ask.mockResolvedValue(signedIn('ya29.b'));
    await readSession(1, signedIn('ya29.b'), now);
    expect((await credentialsFor(account, now))?.token).toBe('ya29.b');
    expect(await oneTab(1)).toMatchObject({ isRefused: false });
  });

  it('counts one refusal once, however many calls met it', async () => {
    const account = await accountOf(1);
    ask.mockResolvedValue(signedIn('ya29.a'));
    const refused = { token: 'ya29.a', sessionId: ';1000' };
    await renewCredentials(account, refused, 1000);
    await renewCredentials(account, refused, 1001);
    expect(await retryIn(1001)).toBe(4999);
  });

  it('that is taken after all is as good as before', async () => {
    const account = await accountOf(1);
    ask.mockResolvedValue(signedIn('ya29.a'));
    await renewCredentials(account, { token: 'ya29.a', sessionId: ';1000' }, 1000);
    await acceptToken('ya29.of-another-tab');
    expect(await credentialsFor(account, 1001)).toBeUndefined();
    await acceptToken('ya29.a');
    expect((await credentialsFor(account, 1001))?.token).toBe('ya29.a');
    expect(await oneTab(1)).toMatchObject({ isRefused: false });
    expect(await retryIn(1001)).toBeUndefined();
  });

  it('comes from another tab of the same account when the first has none', async () => {
    const account = await accountOf(1);
    await open(2, 2000);
    await readSession(2, signedIn('ya29.two'), 0);
    await dropTab(1);
    expect((await credentialsFor(account, 10))?.token).toBe('ya29.two');
  });

  it('of one account is never given to another', async () => {
    const ada = await accountOf(1);
    await open(2, 2000);
    await readSession(2, signedIn('ya29.ben', 'ben@example.com'), 0);
    const ben = await accountOf(2);
    expect(ben).not.toBe(ada);
    expect((await credentialsFor(ada, 10))?.token).toBe('ya29.a');
    expect((await credentialsFor(ben, 10))?.token).toBe('ya29.ben');
  });
});
