import { computed, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { isAsleep, lookAtTabs, onTabsChanged } from '@/lib/browser/tabs';
import { flowPlace } from '@/lib/labs/urls';
import { liveTabs, movedAt, noAccessAt } from '@/lib/store/items';
import { chooseTab, type FlowTab, type OpenTabs } from './choose-tab';
import { liveItem } from './live';

const live = liveItem(liveTabs);
const moved = liveItem(movedAt);
const noAccess = liveItem(noAccessAt);
const open = signal<OpenTabs | undefined>(undefined);

/** The Flow tab that commands go to: the one in front, else the one last heard from. */
export const flowTab = computed<FlowTab>(() =>
  live.value && open.value
    ? chooseTab(live.value, open.value, moved.value, noAccess.value)
    : { kind: 'reading' },
);

async function look(): Promise<void> {
  const { active, matching } = await lookAtTabs('https://labs.google/fx/*');
  const shown = matching.filter(({ url }) => flowPlace(url) !== undefined);
  const idsOf = (tabs: typeof shown) => tabs.map(({ id }) => id).filter((id) => id !== undefined);
  open.value = { active, flow: idsOf(shown), asleep: idsOf(shown.filter(isAsleep)) };
}

const lookAgain = () => {
  look().catch((error: unknown) => warn('flow tab', error));
};

lookAgain();
onTabsChanged(lookAgain);
