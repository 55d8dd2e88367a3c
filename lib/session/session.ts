import { MINUTE_MS } from '@/lib/base/time';
import { isAskedByPage } from '@/lib/flow/capabilities';
import type { Observation } from '@/lib/flow/observation';
import { parseSession as parseLabsSession } from '@/lib/labs/replies/session';
import { askPage } from '@/lib/messaging/client';
import type { PageQuestion } from '@/lib/messaging/protocol';
import { parseSession } from '@/lib/sites/session';
import type { LiveTab } from '@/lib/storage/items';
import { accountOf, ownSalt } from './account';
import { isUsable, refuseTokens } from './refusal';
import { isUnasked, mayBeAsked } from './silence';
import { allTabs, doubt, oneTab, patchTab, signIn, signOut, tabWithToken } from './tab-registry';
import { type HeldToken, tokens } from './tokens';

/** A token lives about an hour (public reports of 2026); it is renewed well before. */
const RENEW_AFTER_MS = 45 * MINUTE_MS;

/** Leave to call Flow for one account. */
export interface ApiCredentials {
  readonly token: string;
  readonly sessionId: string;
}

/**
 * Takes in what the bridge says of the page's session: it names the account and, on labs.google, brings a
 * token. A text that says neither is no answer.
 */
export async function readSession(tabId: number, text: string, now: number): Promise<void> {
  const tab = await oneTab(tabId);
  if (!tab) return;
  const session = parseSession(tab.site, text);
  if (session.ok) {
    const account = await accountOf(session.value.email, await ownSalt());
    await signIn(tabId, account, session.value.token, now);
  } else if (session.failure === 'unreadable') {
    await patchTab(tabId, { silentAt: now });
  } else {
    await leave(tabId, session.failure === 'run-out', now);
  }
}

/**
 * The page is signed out, and with it the others of its account: they forget their token at once and
 * are asked anew. Of a page that was loaded signed out nobody knows whose it was: then all that are
 * signed in are asked. One that does not answer is doubted.
 */
async function leave(tabId: number, hasRunOut: boolean, now: number): Promise<void> {
  const before = await oneTab(tabId);
  await signOut(tabId, hasRunOut);
  if (!before?.signedIn && !(before && isUnasked(before))) return;
  const others = (await allTabs()).filter(
    (tab) =>
      tab.tabId !== tabId && tab.signedIn && (!before.signedIn || tab.account === before.account),
  );
  await Promise.all(
    others.map(async (other) => {
      if (other.account === before.account) await doubt(other.tabId);
      await askAgain(other.tabId, now);
      if ((await oneTab(other.tabId))?.silentAt === now) await doubt(other.tabId);
    }),
  );
}

/**
 * Takes in what one of the page's own calls showed. Any script of the page can shape that: a session
 * reply or a token among it is believed in nothing, and is a reason to ask.
 */
export async function takeObservation(
  tabId: number,
  observation: Observation,
  now: number,
): Promise<void> {
  const { sessionId, tier, balance, list, isSignedOut } = observation;
  const before = await oneTab(tabId);
  if (!before) return;
  if (isSignedOut && isAskedByPage(before.site)) await signOut(tabId, false);
  if (isReasonToAsk(before, (await tokens.get())[tabId], observation, now))
    await askAgain(tabId, now);
  await patchTab(tabId, {
    seenAt: now,
    ...(sessionId !== undefined && { sessionId }),
    ...(tier !== undefined && { tier }),
    ...(balance !== undefined && { balance, balanceAt: now }),
    // A page that has its clips from one of two lists may well do without the other.
    ...(list !== undefined && (await oneTab(tabId))?.list !== 'seen' && { list }),
  });
}

/** Whether a call of the page says something else than what is known of its session. */
function isReasonToAsk(
  tab: LiveTab,
  held: HeldToken | undefined,
  { session, token }: Observation,
  now: number,
): boolean {
  if (isUnasked(tab)) return (session ?? token) !== undefined && mayBeAsked(tab, now);
  if (session === undefined) return false;
  const said = parseLabsSession(session);
  if (said.ok) return !tab.signedIn || said.value.token !== held?.token;
  return said.failure !== 'unreadable' && tab.signedIn;
}

/**
 * Credentials of that account from any of its live tabs. Where none has a good token, its pages are asked
 * for one, all at once, and those of which nobody knows yet whose they are.
 *
 * @returns undefined when no live tab is signed in to that account, or Flow refuses its token
 */
export async function credentialsFor(
  account: string,
  now: number,
): Promise<ApiCredentials | undefined> {
  const good = await firstCredentials(account, ({ at, refusal }) => !refusal && isYoung(at, now));
  if (good) return good;
  const held = await tokens.get();
  const tabs = (await allTabs()).filter((tab) => {
    const token = held[tab.tabId];
    const isOwn = tab.account === account && tab.signedIn && (!token || isUsable(token, now));
    return (isOwn || isUnasked(tab)) && mayBeAsked(tab, now);
  });
  await Promise.all(tabs.map(({ tabId }) => askAgain(tabId, now)));
  return firstCredentials(account, (token) => isUsable(token, now));
}

const isYoung = (at: number, now: number): boolean => now - at < RENEW_AFTER_MS;

/**
 * After a 401: the account's credentials with another token than the refused one, if there is any. Where the
 * page goes on giving the same one, it rests for a while.
 */
export async function renewCredentials(
  account: string,
  refused: ApiCredentials,
  now: number,
): Promise<ApiCredentials | undefined> {
  await Promise.all((await tabsOf(account)).map(({ tabId }) => askAgain(tabId, now)));
  const other = await firstCredentials(
    account,
    (held) => isUsable(held, now) && held.token !== refused.token,
  );
  if (!other) await refuseTokens(account, now);
  return other;
}

/**
 * The token of a tab of that account for a call that starts nothing, even while it rests: to see
 * whether it works.
 */
export async function tokenToTry(tabId: number, account: string): Promise<string | undefined> {
  const { tab, held } = await tabWithToken(tabId);
  return tab?.signedIn && held?.account === account ? held.token : undefined;
}

/** Asks the page's session URL once more, through the bridge in the tab. */
export async function askAgain(tabId: number, now: number): Promise<void> {
  const asked = await oneTab(tabId);
  const text = await askTab(tabId, { about: 'session' }, now);
  // Another page has come into the tab meanwhile: it speaks for itself.
  if ((await oneTab(tabId))?.pageId !== asked?.pageId) return;
  if (text === undefined) await patchTab(tabId, { silentAt: now });
  else await readSession(tabId, text, now);
}

/** Asks a page of which nobody knows whether it is signed in, unless it was asked just now. */
export async function askIfUnknown(tabId: number, now: number): Promise<void> {
  const tab = await oneTab(tabId);
  if (tab && isUnasked(tab) && mayBeAsked(tab, now)) await askAgain(tabId, now);
}

/**
 * What the page in a tab answers. One that is silent is noted, and left alone for a while.
 *
 * @returns undefined where nothing answers, or the page has no such answer
 */
export async function askTab(
  tabId: number,
  question: PageQuestion,
  now: number,
): Promise<string | undefined> {
  try {
    return await askPage(tabId, question);
  } catch {
    await patchTab(tabId, { silentAt: now });
    return undefined;
  }
}

/** Live tabs that are signed in to that account, the one heard from last first. */
export const tabsOf = async (account: string): Promise<LiveTab[]> =>
  (await allTabs()).filter((tab) => tab.account === account && tab.signedIn);

/** The first credentials of an account whose token will do. */
async function firstCredentials(
  account: string,
  willDo: (held: HeldToken) => boolean,
): Promise<ApiCredentials | undefined> {
  for (const { tabId } of await tabsOf(account)) {
    const { tab, held } = await tabWithToken(tabId);
    if (tab?.signedIn && tab.account === account && held?.account === account && willDo(held))
      return { token: held.token, sessionId: tab.sessionId };
  }
  return undefined;
}
