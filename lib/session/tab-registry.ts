import { createMutex } from '@/lib/base/mutex';
import { type LiveTab, liveTabs } from '@/lib/storage/items';
import type { Account } from './account';
import { type HeldToken, tokens } from './tokens';

const runExclusive = createMutex();

/** All live Flow tabs, the one heard from last first. */
export async function allTabs(): Promise<LiveTab[]> {
  return Object.values(await liveTabs.get()).sort((a, b) => b.seenAt - a.seenAt);
}

export const oneTab = async (tabId: number): Promise<LiveTab | undefined> =>
  (await liveTabs.get())[tabId];

/** A bridge reported: a new page starts with nothing known, the same page keeps what it has. */
export const openTab = (
  tab: Pick<LiveTab, 'tabId' | 'site' | 'sessionId' | 'seenAt' | 'projectId'>,
) =>
  runExclusive(async () => {
    const all = await liveTabs.get();
    const known = all[tab.tabId];
    const samePage = known?.pageId === tab.sessionId;
    const next = samePage
      ? { ...known, seenAt: tab.seenAt, projectId: tab.projectId }
      : // Its bridge asks by itself as it begins: time enough for that.
        { ...tab, pageId: tab.sessionId, signedIn: false, silentAt: tab.seenAt };
    await liveTabs.set({ ...all, [tab.tabId]: next });
    if (!samePage) await forgetToken(tab.tabId);
  });

/**
 * Adds what became known of a live tab. A tab that is not live stays unknown.
 *
 * @param account only while the tab is this account's; absent: whosever it is
 */
export const patchTab = (tabId: number, patch: Partial<LiveTab>, account?: string) =>
  runExclusive(async () => {
    const all = await liveTabs.get();
    const known = all[tabId];
    if (known && (account === undefined || known.account === account))
      await liveTabs.set({ ...all, [tabId]: { ...known, ...patch } });
  });

/**
 * The page named an account and, on labs.google, gave a token: both are kept in one step. What was
 * known of another account is gone with it. The same token again keeps the time it was first seen, and
 * is as refused as it was.
 *
 * @param token undefined where the page's calls carry cookies alone
 */
export const signIn = (
  tabId: number,
  { id, label }: Account,
  token: string | undefined,
  now: number,
) =>
  runExclusive(async () => {
    const [tabs, held] = [await liveTabs.get(), await tokens.get()];
    const [tab, before] = [tabs[tabId], held[tabId]];
    if (!tab) return;
    const isSame = before?.token === token && before?.account === id;
    if (!isSame && token !== undefined)
      await tokens.set({ ...held, [tabId]: { token, account: id, at: now } });
    const next: LiveTab = {
      // What a page showed before it was first said whose it is, is of that account as well.
      ...(tab.account === undefined || tab.account === id ? tab : ofPage(tab)),
      signedIn: true,
      hasRunOut: false,
      isRefused: isSame && before?.refusal !== undefined,
      account: id,
      accountLabel: label,
      silentAt: undefined,
    };
    await liveTabs.set({ ...tabs, [tabId]: next });
  });

/** What is known of a page whoever is signed in there. */
const ofPage = ({ tabId, site, projectId, sessionId, pageId, seenAt }: LiveTab) => ({
  ...{ tabId, site, projectId, sessionId, pageId, seenAt },
});

/** The page is signed out, by its own session URL. Its token is gone. */
export const signOut = (tabId: number, hasRunOut: boolean) =>
  leave(tabId, { hasRunOut, silentAt: undefined });

/** Nobody knows any longer whether the page is signed in: its token is gone, it has to be asked. */
export const doubt = (tabId: number) => leave(tabId, { hasRunOut: undefined });

const leave = (tabId: number, patch: Partial<LiveTab>) =>
  runExclusive(async () => {
    await forgetToken(tabId);
    const all = await liveTabs.get();
    const known = all[tabId];
    if (!known) return;
    const next = { ...known, signedIn: false, isRefused: false, ...patch };
    await liveTabs.set({ ...all, [tabId]: next });
  });

/** The tab left Flow or closed: its session and its token are gone. */
export const dropTab = (tabId: number) =>
  runExclusive(async () => {
    const { [tabId]: gone, ...rest } = await liveTabs.get();
    if (!gone) return;
    await liveTabs.set(rest);
    await forgetToken(tabId);
  });

/**
 * The tab shows another page of Flow, without a load or with one. On another site it is another page, of
 * which nothing is known before it says so itself: what was known of the tab is gone with its token.
 */
export const moveTab = (tabId: number, { site, projectId }: Pick<LiveTab, 'site' | 'projectId'>) =>
  runExclusive(async () => {
    const { [tabId]: known, ...rest } = await liveTabs.get();
    if (!known) return;
    const isSame = known.site === site;
    await liveTabs.set(isSame ? { ...rest, [tabId]: { ...known, projectId } } : rest);
    if (!isSame) await forgetToken(tabId);
  });

/** Changes what is held of the token of a tab, if one is held. */
export const changeToken = (tabId: number, change: (held: HeldToken) => HeldToken) =>
  runExclusive(async () => {
    const all = await tokens.get();
    const held = all[tabId];
    if (held) await tokens.set({ ...all, [tabId]: change(held) });
  });

/** A tab and its token as they are in one moment. */
export const tabWithToken = (tabId: number) =>
  runExclusive(async () => ({ tab: await oneTab(tabId), held: (await tokens.get())[tabId] }));

async function forgetToken(tabId: number): Promise<void> {
  const { [tabId]: _token, ...kept } = await tokens.get();
  await tokens.set(kept);
}
