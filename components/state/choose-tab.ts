import type { LiveTab } from '@/lib/store/items';

/** Where the composer works: a connected Flow tab, one that must be reloaded first, the card of an account that has moved, or none. */
export type FlowTab =
  | { readonly kind: 'reading' }
  | { readonly kind: 'live'; readonly tab: LiveTab }
  | { readonly kind: 'stale'; readonly tabId: number }
  | { readonly kind: 'moved' }
  | { readonly kind: 'none' };

export interface OpenTabs {
  /** The tab in front. */
  readonly active: number | undefined;
  /** All tabs that show Flow, the one in front first. */
  readonly flow: readonly number[];
}

/**
 * The connected tab in front, else the one last heard from, else one to reload, else none.
 *
 * @param movedAt when Google was last seen to send the account to the new Flow; counts without a
 *   connected tab only
 */
export function chooseTab(
  live: Readonly<Record<string, LiveTab>>,
  open: OpenTabs,
  movedAt?: number,
): FlowTab {
  const tabs = Object.values(live).sort((one, other) => other.seenAt - one.seenAt);
  const tab = tabs.find(({ tabId }) => tabId === open.active) ?? tabs[0];
  if (tab) return { kind: 'live', tab };
  if (movedAt !== undefined) return { kind: 'moved' };
  const [tabId] = open.flow;
  return tabId === undefined ? { kind: 'none' } : { kind: 'stale', tabId };
}
