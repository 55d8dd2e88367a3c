import type { LiveTab } from '@/lib/storage/items';

/**
 * Where the composer works: a connected Flow tab, one that must be reloaded first, the card of an
 * account that has moved or is not let in, or none.
 */
export type FlowTab =
  | { readonly kind: 'reading' }
  | { readonly kind: 'live'; readonly tab: LiveTab }
  | { readonly kind: 'stale'; readonly tabId: number }
  /** The browser has put it to sleep, to save memory: it answers once it is woken. */
  | { readonly kind: 'asleep'; readonly tabId: number }
  /** A page of labs.google that has no list of clips any more: its account is on flow.google.com. */
  | { readonly kind: 'moved'; readonly projectId: string | undefined }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'none' };

export interface OpenTabs {
  /** The tab in front. */
  readonly active: number | undefined;
  /** All tabs that show Flow, the one in front first. */
  readonly flow: readonly number[];
  /** Those of them that the browser has discarded or frozen. */
  readonly asleep: readonly number[];
}

/**
 * The connected tab in front, else the one last heard from, else one that sleeps, one to reload,
 * else none.
 *
 * @param noAccessAt when flow.google.com was last seen not to let the account in; counts without a
 *   connected tab only
 */
export function chooseTab(
  live: Readonly<Record<string, LiveTab>>,
  open: OpenTabs,
  noAccessAt?: number,
): FlowTab {
  const tabs = Object.values(live).sort((one, other) => other.seenAt - one.seenAt);
  const awake = tabs.filter(({ tabId }) => !open.asleep.includes(tabId));
  const tab = awake.find(({ tabId }) => tabId === open.active) ?? awake[0];
  if (tab)
    return tab.list === 'gone'
      ? { kind: 'moved', projectId: tab.projectId }
      : { kind: 'live', tab };
  if (tabs[0]) return { kind: 'asleep', tabId: tabs[0].tabId };
  if (noAccessAt !== undefined) return { kind: 'no-access' };
  const tabId = open.flow.find((id) => !open.asleep.includes(id)) ?? open.flow[0];
  if (tabId === undefined) return { kind: 'none' };
  return { kind: open.asleep.includes(tabId) ? 'asleep' : 'stale', tabId };
}
