import type { Observation } from '@/lib/flow/observation';
import { oneTab, openTab } from '@/lib/session/tab-registry';

/** A page of Flow has opened in that tab, at a moment that its session id names. */
export const open = (tabId: number, at = 1000) =>
  openTab({ site: 'labs.google', tabId, sessionId: `;${at}`, seenAt: at, projectId: undefined });

/** What a call of the page showed, and nothing else. */
export const facts = (own: Partial<Observation>): Observation => ({
  media: [],
  operations: [],
  ...own,
});

export const accountOf = async (tabId: number): Promise<string> =>
  (await oneTab(tabId))?.account ?? '';
