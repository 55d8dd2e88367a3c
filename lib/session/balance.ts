import { allTabs, patchTab } from './tab-registry';

/** The account's balance in credits as it was seen last, in whichever of its tabs. */
export async function balanceOf(account: string): Promise<number | undefined> {
  const seen = (await allTabs()).filter((tab) => tab.account === account);
  return seen.sort((a, b) => (b.balanceAt ?? 0) - (a.balanceAt ?? 0))[0]?.balance;
}

/**
 * Keeps a balance for every tab of the account, unless a newer answer has come since this one was
 * asked for.
 *
 * @param askedAt epoch ms
 */
export async function keepBalance(
  account: string,
  credits: number,
  askedAt: number,
): Promise<void> {
  for (const tab of await allTabs())
    if (tab.account === account && (tab.balanceAt ?? 0) <= askedAt)
      await patchTab(tab.tabId, { balance: credits, balanceAt: askedAt });
}
