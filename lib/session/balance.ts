import { allTabs, patchTab } from './tab-registry';

/** The account's balance in credits as it was seen last, in whichever of its tabs, and when. */
export async function balanceOf(
  account: string,
): Promise<{ credits: number; askedAt: number } | undefined> {
  const seen = (await allTabs())
    .filter((tab) => tab.account === account)
    .flatMap(({ balance: credits, balanceAt: askedAt = 0 }) =>
      credits === undefined ? [] : [{ credits, askedAt }],
    );
  return seen.sort((a, b) => b.askedAt - a.askedAt)[0];
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
