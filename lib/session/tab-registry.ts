import { type LiveTab, liveTabs } from '@/lib/store/items';
import { createSerial } from './serial';
import { tokens } from './tokens';

const serial = createSerial();

/** All live Flow tabs, the one heard from last first. */
export async function allTabs(): Promise<LiveTab[]> {
  return Object.values(await liveTabs.get()).sort((a, b) => b.seenAt - a.seenAt);
}

export const oneTab = async (tabId: number): Promise<LiveTab | undefined> =>
  (await liveTabs.get())[tabId];

/** A bridge reported: a new page starts with nothing known, the same page keeps what it has. */
export const openTab = (tab: Pick<LiveTab, 'tabId' | 'sessionId' | 'seenAt' | 'projectId'>) =>
  serial(async () => {
    const all = await liveTabs.get();
    const known = all[tab.tabId];
    const samePage = known?.pageId === tab.sessionId;
    const next = samePage
      ? { ...known, seenAt: tab.seenAt, projectId: tab.projectId }
      : { ...tab, pageId: tab.sessionId, signedIn: false };
    await liveTabs.set({ ...all, [tab.tabId]: next });
    if (!samePage) await forgetToken(tab.tabId);
  });

/** Adds what became known of a live tab. A tab that is not live stays unknown. */
export const patchTab = (tabId: number, patch: Partial<LiveTab>) =>
  serial(async () => {
    const all = await liveTabs.get();
    const known = all[tabId];
    if (known) await liveTabs.set({ ...all, [tabId]: { ...known, ...patch } });
  });

/** The tab left Flow or closed: its session and its token are gone. */
export const dropTab = (tabId: number) =>
  serial(async () => {
    const { [tabId]: gone, ...rest } = await liveTabs.get();
    if (!gone) return;
    await liveTabs.set(rest);
    await forgetToken(tabId);
  });

/** Keeps a token; the same token again keeps the time it was first seen. */
export const keepToken = (tabId: number, token: string, now: number) =>
  serial(async () => {
    const all = await tokens.get();
    if (all[tabId]?.token !== token) await tokens.set({ ...all, [tabId]: { token, at: now } });
  });

/** Forgets a token that no longer works. */
export const dropToken = (tabId: number) => serial(() => forgetToken(tabId));

async function forgetToken(tabId: number): Promise<void> {
  const { [tabId]: _token, ...kept } = await tokens.get();
  await tokens.set(kept);
}
