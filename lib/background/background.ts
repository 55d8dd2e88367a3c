import { systemClock } from '@/lib/base/clock';
import { warn } from '@/lib/base/log';
import { SECOND_MS } from '@/lib/base/time';
import { onWake } from '@/lib/browser/awake';
import { closeStorage, onBrowserStart, onInstalled } from '@/lib/browser/extension';
import { setHeaderRule } from '@/lib/browser/header-rule';
import { onNotification } from '@/lib/browser/notifications';
import { openSidePanelByKeys } from '@/lib/browser/side-panel';
import { missingSites, onSiteAccess } from '@/lib/browser/site-access';
import { isVisible, openJobs } from '@/lib/browser/surfaces';
import { onTabMoved } from '@/lib/browser/tabs';
import { isAskedByPage } from '@/lib/flow/capabilities';
import { isFlowOnly } from '@/lib/flow/flow-only';
import { API_HOST, FLOW_ORIGIN } from '@/lib/flow/hosts';
import type { JobIn } from '@/lib/jobs/job';
import { createFlowClient } from '@/lib/labs/client';
import { onCommands, onReports } from '@/lib/messaging/server';
import type { SessionPort } from '@/lib/queue/ports';
import { recover } from '@/lib/queue/recover';
import { balanceOf, keepBalance } from '@/lib/session/balance';
import { acceptToken, refuseTokens, retryIn } from '@/lib/session/refusal';
import { credentialsFor, renewCredentials, tabsOf } from '@/lib/session/session';
import { allTabs, dropTab, moveTab } from '@/lib/session/tab-registry';
import { flowPageOf, letsNobodyIn } from '@/lib/sites/flow-page';
import { hold, noAccessAt, pointed, settings, streak, verifiedAt } from '@/lib/storage/items';
import { createJobStore } from '@/lib/storage/job-store';
import { createKept } from '@/lib/storage/kept';
import { createLibrary, type Library } from '@/lib/storage/library';
import { createPageJobStore } from '@/lib/storage/page-job-store';
import { createCommands } from './commands';
import { askClip } from './flow-google';
import { heardOf } from './heard';
import { inOrder } from './in-order';
import { createLooked } from './looked';
import { startMenu } from './menu';
import { buildMenu } from './menu-entries';
import { beginNotifications, createNotifications } from './notifications';
import { keepPicture } from './pictures';
import { projectMedia } from './project-media';
import { createQueueRunner, type QueueRunner } from './queue-runner';
import { createReports } from './reports';
import { startSaves } from './saves';
import { takeBack } from './take-back';

/**
 * Builds the background and registers every listener before anything is awaited: a worker that
 * was woken by an event hears of it only so.
 */
export function startBackground(): void {
  const { now } = systemClock;
  const store = createJobStore();
  const library = createLibrary();
  const pageJobs = createPageJobStore();
  const flow = createFlowClient(now);
  const session: SessionPort = {
    credentials: (account) => credentialsFor(account, now()),
    renew: (account, refused) => renewCredentials(account, refused, now()),
    refused: (account) => refuseTokens(account, now()),
    retryIn: () => retryIn(now()),
    balance: balanceOf,
    setBalance: keepBalance,
    projectMedia: (account, projectId) => projectMedia(flowGoogle, account, projectId),
    isFlowOnly: async (account) => isFlowOnly(await verifiedAt.get(), account, now()),
    isMoved: async (account) => (await tabsOf(account)).some(({ site }) => isAskedByPage(site)),
  };
  const runner: QueueRunner = createQueueRunner(
    {
      flow: heardOf(flow, acceptToken),
      session,
      hold: createKept(hold),
      streak: createKept(streak),
      pace: async () => {
        const { gapSeconds, atOnce, dayLimit } = await settings.get();
        return { gapMs: gapSeconds * SECOND_MS, atOnce, dayLimit };
      },
      isOnline: () => navigator.onLine,
      hasSiteAccess: async () => (await missingSites()).length === 0,
      now,
      random: Math.random,
    },
    store,
    (job) => void keepResult(library, job),
  );
  const looked = createLooked(isVisible, now);
  const flowGoogle = { library, pageJobs, runner, looked, now };
  /** The header rule is set and what the last worker left behind is sorted out. */
  const ready = prepare(runner);
  const { makerOf } = store;
  const { status } = flow;
  const sources = {
    ...{ library, status, session, accounts: liveAccounts, makerOf, now },
    askClip: (mediaId: string) => askClip(flowGoogle, mediaId),
  };
  const saver = startSaves({ sources, store, ready, now });
  const notifications = createNotifications(now);
  runner.onStep(notifications.look);
  runner.onStep(saver.look);

  onCommands(createCommands({ ...flowGoogle, store, flow, saver, sources }), ready, looked.note);
  onReports(inOrder(createReports(flowGoogle)), ready);
  onTabMoved((tabId, url) => void followTab(tabId, url, now()));
  onInstalled(() => void buildMenu());
  startMenu({ ...flowGoogle, store, flow, session, saver, makerOf, ready });
  openSidePanelByKeys();
  onNotification(
    () => void showJobs(),
    (id) =>
      void ready.then(() => takeBack(runner.ports, id)).catch((error) => warn('take back', error)),
  );
  onWake(runner.wake);
  onBrowserStart(runner.wake);
  onSiteAccess(runner.wake);
  // Heard by Firefox's event page; a service worker of Chromium is told by an open view, or looks.
  addEventListener('online', runner.wake);
  settings.watch(runner.wake);
}

async function prepare(runner: QueueRunner): Promise<void> {
  try {
    await closeStorage();
    await setHeaderRule(API_HOST, FLOW_ORIGIN);
    await beginNotifications(runner.ports.now());
    await recover(runner.ports);
    runner.begin();
  } catch (error) {
    warn('start', error);
    throw error;
  }
}

/** The poster of a new result, while its URL works. */
async function keepResult(library: Library, { result }: JobIn<'done'>): Promise<void> {
  if (result.mediaId !== undefined) await keepPicture(await library.get(result.mediaId));
}

async function liveAccounts(): Promise<ReadonlySet<string>> {
  const tabs = await allTabs();
  return new Set(tabs.flatMap(({ signedIn, account }) => (signedIn && account ? [account] : [])));
}

/** A click on a notification: the jobs, over Flow where it is open. */
async function showJobs(): Promise<void> {
  const [tab] = await allTabs();
  await openJobs(tab?.tabId);
}

/** What was told of a tab ends with it; its number may be given to another one. */
async function closeTab(tabId: number): Promise<void> {
  await dropTab(tabId);
  if ((await pointed.get())[tabId]) await pointed.change(({ [tabId]: _gone, ...others }) => others);
}

/** Single-page navigation changes the project; leaving Flow ends the session of the tab. */
async function followTab(tabId: number, url: string | undefined, now: number): Promise<void> {
  const page = flowPageOf(url);
  if (page) await moveTab(tabId, { site: page.site, projectId: page.projectId });
  else await closeTab(tabId);
  if (letsNobodyIn(url)) await noAccessAt.set(now);
}
