import { MINUTE_MS } from '@/lib/base/time';
import type { Facts } from '@/lib/flow/facts';
import { parseSession } from '@/lib/flow/session-reply';
import { askPage } from '@/lib/message/page-question';
import { type LiveTab, salt } from '@/lib/store/items';
import { accountOf, newSalt } from './account';
import { allTabs, dropToken, keepToken, oneTab, patchTab } from './tab-registry';
import { tokens } from './tokens';

/** A token lives about an hour (public reports of 2026); it is renewed well before. */
const RENEW_AFTER_MS = 45 * MINUTE_MS;

/** Leave to call Flow for one account. */
export interface Pass {
  readonly token: string;
  readonly sessionId: string;
}

/** Takes in the text of the session address, which names the account and brings a token. */
export async function readSession(tabId: number, text: string, now: number): Promise<void> {
  const session = parseSession(text);
  if (session.ok && session.value.email !== undefined) {
    const account = await accountOf(session.value.email, await ownSalt());
    await keepToken(tabId, session.value.token, now);
    await patchTab(tabId, { signedIn: true, account: account.id, accountLabel: account.label });
  } else if (!session.ok && session.failure === 'signed-out') {
    await signOut(tabId);
  }
}

/** Takes in what one of the page's own calls showed about its session. */
export async function readFacts(tabId: number, facts: Facts, now: number): Promise<void> {
  const { sessionId, tier, balance, token, session } = facts;
  if (session !== undefined) await readSession(tabId, session, now);
  const tab = await oneTab(tabId);
  if (!tab) return;
  await patchTab(tabId, {
    seenAt: now,
    ...(sessionId !== undefined && { sessionId }),
    ...(tier !== undefined && { tier }),
    ...(balance !== undefined && { balance, balanceAt: now }),
  });
  // The session address is what says whose a token is; the page's own is only a first one.
  const held = (await tokens.get())[tabId];
  if (token !== undefined && held === undefined) await keepToken(tabId, token, now);
}

/**
 * A pass of that account from any of its live tabs. A token about to end is renewed first.
 *
 * @returns undefined when no live tab is signed in to that account
 */
export async function passFor(account: string, now: number): Promise<Pass | undefined> {
  for (const tab of await tabsOf(account)) {
    const held = (await tokens.get())[tab.tabId];
    if (held === undefined || now - held.at >= RENEW_AFTER_MS) await askAgain(tab.tabId, now);
    const pass = await passOf(tab.tabId, account);
    if (pass) return pass;
  }
  return undefined;
}

/** After a 401: the account's pass with another token than the refused one, if there is any. */
export async function renewPass(
  account: string,
  refused: Pass,
  now: number,
): Promise<Pass | undefined> {
  for (const tab of await tabsOf(account)) {
    if ((await tokens.get())[tab.tabId]?.token === refused.token) await dropToken(tab.tabId);
    await askAgain(tab.tabId, now);
    const pass = await passOf(tab.tabId, account);
    if (pass && pass.token !== refused.token) return pass;
  }
  await signOutAccount(account);
  return undefined;
}

/** Marks every tab of an account as signed out, until one of them shows a session again. */
export async function signOutAccount(account: string): Promise<void> {
  for (const tab of await tabsOf(account)) await signOut(tab.tabId);
}

/** Asks the page's session address once more, through the bridge in the tab. */
export async function askAgain(tabId: number, now: number): Promise<void> {
  const text = await askPage(tabId, { about: 'session' }).catch(() => undefined);
  if (text !== undefined) await readSession(tabId, text, now);
}

/** Live tabs that are signed in to that account, the one heard from last first. */
export const tabsOf = async (account: string): Promise<LiveTab[]> =>
  (await allTabs()).filter((tab) => tab.account === account && tab.signedIn);

async function passOf(tabId: number, account: string): Promise<Pass | undefined> {
  const tab = await oneTab(tabId);
  const held = (await tokens.get())[tabId];
  if (!tab?.signedIn || tab.account !== account || held === undefined) return undefined;
  return { token: held.token, sessionId: tab.sessionId };
}

async function signOut(tabId: number): Promise<void> {
  await dropToken(tabId);
  await patchTab(tabId, { signedIn: false });
}

async function ownSalt(): Promise<string> {
  const known = await salt.get();
  if (known !== '') return known;
  const fresh = newSalt();
  await salt.set(fresh);
  return fresh;
}
