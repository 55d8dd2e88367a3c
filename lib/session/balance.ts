import type { LiveTab } from '@/lib/storage/items';
import { allTabs, patchTab } from './tab-registry';

/** What is known of an account's balance, in credits. */
export interface Balance {
  /** What Flow said to the last call of the background's own. */
  readonly credits: number;
  /** When that was asked for (epoch ms). */
  readonly askedAt: number;
  /** What one of the account's pages has shown since: any script of the page can make that up. */
  readonly shown?: number;
}

/** The account's balance as Flow told it last, in whichever of its tabs. */
export async function balanceOf(account: string): Promise<Balance | undefined> {
  const tabs = (await allTabs()).filter((tab) => tab.account === account);
  const [own] = tabs
    .flatMap(({ ownBalance }) => ownBalance ?? [])
    .sort((a, b) => b.askedAt - a.askedAt);
  if (!own) return undefined;
  const shown = tabs
    .filter(({ balanceAt = 0 }) => balanceAt > own.askedAt)
    .flatMap(({ balance }) => balance ?? []);
  return { ...own, ...(shown.length > 0 && { shown: Math.max(...shown) }) };
}

/**
 * Keeps what a call of the background's own was told for every tab of the account, unless a newer
 * answer has come since this one was asked for. One that lies ahead came before the clock was put back.
 *
 * @param askedAt epoch ms
 * @param now epoch ms
 */
export async function keepBalance(
  account: string,
  credits: number,
  askedAt: number,
  now = Date.now(),
): Promise<void> {
  const isNews = (knownAt = 0) => knownAt <= askedAt || knownAt > now;
  for (const tab of await allTabs())
    if (tab.account === account)
      await patchTab(tab.tabId, {
        ...(isNews(tab.ownBalance?.askedAt) && { ownBalance: { credits, askedAt } }),
        ...(isNews(tab.balanceAt) && { balance: credits, balanceAt: askedAt }),
      } satisfies Partial<LiveTab>);
}
