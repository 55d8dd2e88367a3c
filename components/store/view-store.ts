import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { capabilityOf } from '@/lib/flow/capabilities';
import { isFlowOnly } from '@/lib/flow/flow-only';
import type { Media } from '@/lib/flow/media';
import type { Save } from '@/lib/jobs/save';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { createAllJobs } from './all-jobs';
import { announceJobs, announceSaves } from './announcements';
import { createAnnouncer } from './announcer';
import { createChangedJobs } from './changed-jobs';
import { createCleared } from './cleared';
import { createClipFile } from './clip-file';
import { createClock } from './clock';
import { createCompared } from './compared';
import { createComposer } from './composer';
import { createCreditCheck } from './credit-check';
import { createFlowTab } from './flow-tab';
import { createFocus } from './focus';
import { createForecast } from './forecast';
import { createJobList } from './job-list';
import { createLibrary } from './library';
import { createLiveItems } from './live-items';
import { createLiveJobs } from './live-jobs';
import { measureClips } from './measure';
import { createNavigation } from './navigation';
import { createNetwork } from './network';
import { createPageJobs } from './page-jobs';
import { createPlayhead } from './playhead';
import { createPreparing } from './preparing';
import { createRange } from './range';
import { keepFresh } from './refresh';
import { createSending } from './sending';
import { createSiteAccess } from './site-access';
import { createStop } from './stop';
import { createTyped } from './typed';
import { createUpscaleChoice } from './upscale-choice';
import { createValidation } from './validation';
import { createWithdrawn } from './withdrawn';

/** A picture by its url inside the page, and whether it is the file's own first frame. */
export interface FirstFrame {
  readonly url: string;
  readonly isExact: boolean;
}

export type ViewStore = ReturnType<typeof createViewStore>;

/**
 * All state of the popup or the side panel, made once by its entrypoint; from then on it follows
 * the database, the settings, the tabs, the network and the clock.
 */
export function createViewStore(surface: 'popup' | 'panel') {
  const isPanel = surface === 'panel';
  const now = createClock();
  const network = createNetwork();
  const items = createLiveItems();
  const announcer = createAnnouncer();
  const focus = createFocus();
  const navigation = createNavigation(isPanel, focus);
  const typed = createTyped();
  const composer = createComposer(typed);
  const flowTab = createFlowTab(items);
  const library = createLibrary(composer, flowTab, items);
  const isOnlyFlow = computed(() =>
    isFlowOnly(items.verifiedAt.value ?? {}, library.tab.value?.account, now.value),
  );
  const capability = computed(() =>
    capabilityOf(
      composer.draft.value?.action ?? 'extend',
      library.tab.value?.site ?? 'labs.google',
      isOnlyFlow.value,
    ),
  );
  const validation = createValidation(composer, library, items, typed, isOnlyFlow);
  const sending = createSending(composer, library, validation, announcer, focus);
  const clipFile = createClipFile(composer, library);
  const range = createRange(composer, library, typed);
  const liveJobs = createLiveJobs(now, items);
  const changedJobs = createChangedJobs();
  const allJobs = createAllJobs(changedJobs);
  const pageJobs = createPageJobs();
  announceJobs(changedJobs, liveJobs, announcer);
  announceSaves(announcer);
  measureClips(library, clipFile);
  keepFresh(library);
  return {
    /** Whether this page is the side panel: it has room for composer and jobs at once. */
    isPanel,
    now,
    network,
    items,
    announcer,
    focus,
    navigation,
    typed,
    composer,
    flowTab,
    /** Whether only Flow's own page can start something for the account of the tab. */
    isFlowOnly: isOnlyFlow,
    /** What can be done about the action of the draft on the site that the user is on. */
    capability,
    library,
    validation,
    sending,
    preparing: createPreparing(composer, library, validation, announcer, navigation),
    creditCheck: createCreditCheck(composer, library, validation, items, sending, focus),
    clipFile,
    range,
    playhead: createPlayhead(library, clipFile, range),
    upscaleChoice: createUpscaleChoice(composer, library, typed),
    liveJobs,
    allJobs,
    pageJobs,
    jobList: createJobList(allJobs, pageJobs, liveJobs),
    cleared: createCleared(announcer),
    compared: createCompared(navigation),
    forecast: createForecast(items, liveJobs),
    siteAccess: createSiteAccess(),
    stop: createStop(network, liveJobs, items),
    withdrawn: createWithdrawn(composer, now),
    /** Rows that a view has shown: they are there at once when it comes back. */
    seen: {
      media: new Map<string, Media>(),
      entries: new Map<string, LedgerEntry>(),
      saves: new Map<string, Save>(),
      firstFrames: signal<ReadonlyMap<string, FirstFrame>>(new Map()),
    },
    /** Whether a Flow tab was ever connected; undefined while that is read. */
    isWelcomed: computed(() =>
      items.welcomedAt.value === undefined ? undefined : items.welcomedAt.value > 0,
    ),
  };
}

export const ViewStoreContext = createContext<ViewStore | undefined>(undefined);

/** The store of this page. @throws outside of popup and side panel */
export function useViewStore(): ViewStore {
  const store = useContext(ViewStoreContext);
  if (!store) throw new Error('No view store: the entrypoint makes it');
  return store;
}
