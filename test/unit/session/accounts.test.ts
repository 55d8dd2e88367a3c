import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { balanceOf } from '@/lib/session/balance';
import { credentialsFor, readSession, takeObservation } from '@/lib/session/session';
import { oneTab, signIn } from '@/lib/session/tab-registry';
import { tokens } from '@/lib/session/tokens';
import { salt } from '@/lib/storage/items';
import { accountOf, facts, open } from './tabs';

const ask = vi.hoisted(() => vi.fn<(tabId: number) => Promise<string | undefined>>());
vi.mock('@/lib/messaging/client', () => ({ askPage: ask }));

const signedIn = (email: string, token = `ya29.${email}`) =>
  JSON.stringify({ user: { email: `${email}@example.com` }, access_token: token });

beforeEach(() => {
  fakeBrowser.reset();
  ask.mockReset();
});

it('an account is one, however many pages name it first', async () => {
  for (let round = 0; round < 20; round++) {
    await salt.set('');
    await Promise.all([1, 2, 3].map((tabId) => open(tabId, round)));
    await Promise.all([1, 2, 3].map((tabId) => readSession(tabId, signedIn('ada'), round)));
    const ids = await Promise.all([1, 2, 3].map(accountOf));
    expect(new Set(ids).size).toBe(1);
  }
});

describe('another account in the same page', () => {
  beforeEach(async () => {
    await open(1);
    await readSession(1, signedIn('ada'), 0);
    await takeObservation(1, facts({ tier: 'ultra', balance: 720, list: 'seen' }), 10);
  });

  it('has neither the balance nor the tier of the one before', async () => {
    await readSession(1, signedIn('ben'), 20);
    const tab = await oneTab(1);
    expect(tab).toMatchObject({ signedIn: true, accountLabel: 'b…@example.com' });
    for (const name of ['tier', 'balance', 'balanceAt', 'list'])
      expect(tab).not.toHaveProperty(name);
    expect(await balanceOf(await accountOf(1))).toBeUndefined();
  });

  it('keeps what is the page’s, and the same account keeps all', async () => {
    const before = await oneTab(1);
    await readSession(1, signedIn('ada', 'ya29.b'), 20);
    expect(await oneTab(1)).toEqual(before);
    await readSession(1, signedIn('ben'), 30);
    const { sessionId, pageId, seenAt } = before ?? {};
    expect(await oneTab(1)).toMatchObject({ sessionId, pageId, seenAt });
  });

  it('never lends its token to the one before, at any moment', async () => {
    const ada = await accountOf(1);
    const change = readSession(1, signedIn('ben'), 20);
    for (let look = 0; look < 50; look++) {
      const credentials = await credentialsFor(ada, 20);
      expect(credentials?.token ?? 'ya29.ada').toBe('ya29.ada');
    }
    await change;
    expect(await credentialsFor(ada, 20)).toBeUndefined();
  });
});

it('an account is lent no token that belongs to another, whoever the tab says that it is', async () => {
  await open(1);
  await readSession(1, signedIn('ada'), 0);
  await tokens.set({ 1: { token: 'ya29.ben', account: 'ben', at: 0 } });
  expect(await credentialsFor(await accountOf(1), 10)).toBeUndefined();
});

describe('a session reply that a script of the page has shaped', () => {
  beforeEach(async () => {
    await open(1);
    await readSession(1, signedIn('ada'), 0);
  });

  it('is a reason to ask, and what the page’s own address says counts', async () => {
    const [ada, before] = [await accountOf(1), await tokens.get()];
    ask.mockResolvedValue(signedIn('ada'));
    for (const session of [signedIn('ada', 'ya29.forged'), signedIn('ben'), '{}'])
      await takeObservation(1, facts({ session }), 10);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(await tokens.get()).toEqual(before);
    expect((await credentialsFor(ada, 20))?.token).toBe('ya29.ada');
    ask.mockResolvedValue(signedIn('ben'));
    await takeObservation(1, facts({ session: signedIn('ben') }), 10);
    expect(await accountOf(1)).not.toBe(ada);
  });

  it('changes nothing where the page cannot be asked', async () => {
    ask.mockResolvedValue(undefined);
    await takeObservation(1, facts({ session: signedIn('ben') }), 10);
    expect(await oneTab(1)).toMatchObject({ signedIn: true, accountLabel: 'a…@example.com' });
  });

  it.each([
    ['says what is known', signedIn('ada')],
    ['cannot be read', '<html>'],
  ])('is none where it %s', async (_, session) => {
    await takeObservation(1, facts({ session }), 10);
    expect(ask).not.toHaveBeenCalled();
  });

  it('gives no token to a page that is signed out', async () => {
    ask.mockResolvedValue('{}');
    await readSession(1, '{}', 10);
    await takeObservation(1, facts({ token: 'ya29.forged', session: signedIn('ada') }), 20);
    expect(await tokens.get()).toEqual({});
    expect(await oneTab(1)).toMatchObject({ signedIn: false });
  });
});

describe('who signs out in one tab', () => {
  beforeEach(async () => {
    for (const tabId of [1, 2, 3]) await open(tabId);
    await readSession(1, signedIn('ada'), 0);
    await readSession(2, signedIn('ada'), 0);
    await readSession(3, signedIn('ben'), 0);
  });

  it('is signed out in all tabs of the account, though they do not answer', async () => {
    const [ada, ben] = [await accountOf(1), await accountOf(3)];
    ask.mockImplementation(async (tabId) => (tabId === 3 ? signedIn('ben') : undefined));
    await readSession(1, '{}', 10);
    expect(Object.keys(await tokens.get())).toEqual(['3']);
    expect(await credentialsFor(ada, 20)).toBeUndefined();
    expect((await credentialsFor(ben, 20))?.token).toBe('ya29.ben');
  });

  it('is so as well where the page was loaded anew by that', async () => {
    ask.mockImplementation(async (tabId) => (tabId === 3 ? signedIn('ben') : '{}'));
    await open(1, 2000);
    await readSession(1, '{}', 2010);
    expect(Object.keys(await tokens.get())).toEqual(['3']);
    expect(await oneTab(2)).toMatchObject({ signedIn: false, hasRunOut: false });
  });

  it('asks nobody when it is said again', async () => {
    ask.mockImplementation(async (tabId) => (tabId === 3 ? signedIn('ben') : '{}'));
    await readSession(1, '{}', 10);
    ask.mockClear();
    await readSession(1, '{}', 20);
    expect(ask).not.toHaveBeenCalled();
  });

  it('takes nothing from a tab that is still signed in, in a window of its own', async () => {
    const ada = await accountOf(1);
    ask.mockImplementation(async (tabId) => signedIn(tabId === 3 ? 'ben' : 'ada'));
    await readSession(1, '{}', 10);
    expect((await credentialsFor(ada, 20))?.token).toBe('ya29.ada');
    expect(await oneTab(2)).toMatchObject({ signedIn: true });
  });
});

it('what a page showed before it was said whose it is stays, and goes with that account', async () => {
  await open(1);
  await takeObservation(1, facts({ list: 'seen' }), 1001);
  await signIn(1, { id: 'ada', label: 'a…' }, 'token', 1002);
  expect(await oneTab(1)).toMatchObject({ account: 'ada', list: 'seen' });
  await signIn(1, { id: 'ben', label: 'b…' }, 'other', 1003);
  expect((await oneTab(1))?.list).toBeUndefined();
});
