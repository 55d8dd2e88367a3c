import { createMutex } from '@/lib/base/mutex';
import { MINUTE_MS } from '@/lib/base/time';
import type { ModelList } from '@/lib/flow/models';
import { isListWanted, withListed } from '@/lib/flow/models';
import { parseModels } from '@/lib/labs/replies/models';
import { trpcAnswer } from '@/lib/labs/replies/trpc';
import { askTab } from '@/lib/session/session';
import { mayBeAsked } from '@/lib/session/silence';
import { oneTab, patchTab } from '@/lib/session/tab-registry';
import { type LiveTab, learnedModels } from '@/lib/storage/items';

const runExclusive = createMutex();

/**
 * Asks the page in a tab for its own list of models where the page uses one whose price is known from
 * nobody else: what the page was seen reading may be made up. At most once a minute for a page.
 *
 * @param now epoch ms
 * @returns whether a list was read
 */
export async function listModels(tabId: number, now: number): Promise<boolean> {
  const tab = await runExclusive(() => tabToAsk(tabId, now));
  if (!tab) return false;
  const list =
    (await readModels(tabId, undefined, now)) ??
    (tab.projectId !== undefined && (await readModels(tabId, tab.projectId, now)));
  if (list) await learnedModels.change((before) => withListed(before, list));
  return Boolean(list);
}

/** The tab, where its page is to be asked now; that it is, is noted. */
async function tabToAsk(tabId: number, now: number): Promise<LiveTab | undefined> {
  const tab = await oneTab(tabId);
  if (!tab || !mayBeAsked(tab, now) || !isListWanted(await learnedModels.get())) return undefined;
  if (tab.modelsAt !== undefined && Math.abs(now - tab.modelsAt) < MINUTE_MS) return undefined;
  await patchTab(tabId, { modelsAt: now });
  return tab;
}

async function readModels(
  tabId: number,
  projectId: string | undefined,
  now: number,
): Promise<ModelList | undefined> {
  const tab = await oneTab(tabId);
  // One that did not answer the question before is not asked another.
  if (!tab || !mayBeAsked(tab, now)) return undefined;
  const text = await askTab(tabId, { about: 'models', projectId }, now);
  return text === undefined ? undefined : parseModels(trpcAnswer(text));
}
