import { computed, signal } from '@preact/signals';
import { type Browser, browser } from 'wxt/browser';
import { warn } from '@/lib/base/log';
import { flowPlace } from '@/lib/flow/addresses';
import { liveTabs, movedAt, noAccessAt } from '@/lib/store/items';
import { chooseTab, type FlowTab, type OpenTabs } from './choose-tab';
import { liveItem } from './live';

type Tab = Browser.tabs.Tab;

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
  const [active, flow] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.tabs.query({ url: 'https://labs.google/fx/*' }),
  ]);
  const shown = flow
    .filter(({ url }) => flowPlace(url) !== undefined)
    .sort((one, other) => Number(other.active) - Number(one.active));
  const idsOf = (tabs: typeof shown) => tabs.map(({ id }) => id).filter((id) => id !== undefined);
  open.value = { active: active[0]?.id, flow: idsOf(shown), asleep: idsOf(shown.filter(isAsleep)) };
}

/** Firefox has no `frozen`, nor had Chromium before 132. */
const isAsleep = ({ discarded, frozen }: Tab): boolean => discarded || frozen === true;

const lookAgain = () => {
  look().catch((error: unknown) => warn('flow tab', error));
};

lookAgain();
browser.tabs.onActivated.addListener(lookAgain);
browser.tabs.onUpdated.addListener(lookAgain);
browser.tabs.onRemoved.addListener(lookAgain);
