import { isAskedByPage } from '@/lib/flow/capabilities';
import type { FlowClient } from '@/lib/labs/client';
import { findMoved } from '@/lib/queue/find-moved';
import { keepBalance } from '@/lib/session/balance';
import { acceptToken } from '@/lib/session/refusal';
import { askAgain, credentialsFor, tokenToTry } from '@/lib/session/session';
import { oneTab, patchTab } from '@/lib/session/tab-registry';
import { learnedModels } from '@/lib/storage/items';
import { type FlowGoogleUses, readyFlow } from './flow-google';
import { priceMenu } from './menu-entries';
import { listModels } from './model-list';

export interface ReadyUses extends FlowGoogleUses {
  readonly flow: Pick<FlowClient, 'credits'>;
}

/**
 * Asks for what a send from a tab needs: who is signed in, the balance, the tier. Starts nothing, so
 * it also tries a token that the API has refused before. Without an answer everything stays as it is.
 */
export async function readyTab(uses: ReadyUses, tabId: number): Promise<void> {
  const { flow, runner, now } = uses;
  const before = await oneTab(tabId);
  if (before && (!before.signedIn || before.isRefused)) await askAgain(tabId, now());
  if (before && isAskedByPage(before.site)) {
    await readyFlow(uses, tabId);
    return findMoved(runner.ports, before.account);
  }
  const account = (await oneTab(tabId))?.account;
  const credentials = account === undefined ? undefined : await credentialsFor(account, now());
  const token = credentials?.token ?? (account && (await tokenToTry(tabId, account)));
  const askedAt = now();
  const mayAsk = token !== undefined && (await runner.ports.hasSiteAccess());
  const seen = mayAsk ? await flow.credits(token) : undefined;
  if (token !== undefined && seen) await acceptToken(token);
  if (seen?.credits !== undefined && account !== undefined)
    await keepBalance(account, seen.credits, askedAt);
  if (seen?.tier) await patchTab(tabId, { tier: seen.tier }, account);
  await priceMenuOf(tabId);
  runner.wake();
  if (await listModels(tabId, now())) await priceMenuOf(tabId);
}

async function priceMenuOf(tabId: number): Promise<void> {
  const tier = (await oneTab(tabId))?.tier;
  if (tier) await priceMenu(tier, await learnedModels.get());
}

/** The same only where something is missing: in the first second of a page, or where it never said. */
export async function readyIfNot(uses: ReadyUses, tabId: number): Promise<void> {
  const tab = await oneTab(tabId);
  if (tab && (!tab.signedIn || tab.tier === undefined)) await readyTab(uses, tabId);
}
