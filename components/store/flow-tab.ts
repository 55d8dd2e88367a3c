import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { onSiteAccess } from '@/lib/browser/site-access';
import { isAsleep, lookAtTabs, onTabsChanged } from '@/lib/browser/tabs';
import { flowPageOf } from '@/lib/sites/flow-page';
import { chooseTab, type FlowTab, type OpenTabs } from './choose-tab';
import type { LiveItems } from './live-items';

/** The Flow tab that commands go to: the one in front, else the one last heard from. */
export function createFlowTab(items: LiveItems): ReadonlySignal<FlowTab> {
  const { liveTabs, noAccessAt } = items;
  const open = signal<OpenTabs | undefined>(undefined);
  const look = () => {
    readTabs().then(
      (tabs) => {
        open.value = tabs;
      },
      (error: unknown) => warn('flow tab', error),
    );
  };
  look();
  onTabsChanged(look);
  // Without a site the browser names none of its tabs.
  onSiteAccess(look);
  return computed<FlowTab>(() =>
    liveTabs.value && open.value
      ? chooseTab(liveTabs.value, open.value, noAccessAt.value)
      : { kind: 'reading' },
  );
}

/** As the manifest has them for the content scripts. */
const PAGES = ['https://labs.google/fx/*', 'https://flow.google.com/*'];

async function readTabs(): Promise<OpenTabs> {
  const { active, matching } = await lookAtTabs(PAGES);
  const shown = matching.filter(({ url }) => flowPageOf(url) !== undefined);
  const idsOf = (tabs: typeof shown) => tabs.map(({ id }) => id).filter((id) => id !== undefined);
  return { active, flow: idsOf(shown), asleep: idsOf(shown.filter(isAsleep)) };
}
