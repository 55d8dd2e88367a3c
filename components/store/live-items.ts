import * as items from '@/lib/storage/items';
import { liveItem } from './live';

export type LiveItems = ReturnType<typeof createLiveItems>;

/** Stored values as signals; each is undefined until it was read once. */
export function createLiveItems() {
  return {
    settings: liveItem(items.settings),
    learnedModels: liveItem(items.learnedModels),
    /** Moves and prompts that were sent before, newest first. */
    recent: liveItem(items.recent),
    /** Names of projects by id, as far as the page was seen to read them. */
    projects: liveItem(items.projects),
    liveTabs: liveItem(items.liveTabs),
    verifiedAt: liveItem(items.verifiedAt),
    noAccessAt: liveItem(items.noAccessAt),
    hold: liveItem(items.hold),
    holdSeen: liveItem(items.holdSeen),
    welcomedAt: liveItem(items.welcomedAt),
    storeRefusedAt: liveItem(items.storeRefusedAt),
  };
}
