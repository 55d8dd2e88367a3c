import { MINUTE_MS } from '@/lib/base/time';
import { isAskedByPage } from '@/lib/flow/capabilities';
import type { Observation } from '@/lib/flow/observation';
import type { PageQuestion } from '@/lib/messaging/protocol';
import { askTab } from '@/lib/session/session';
import { mayBeAsked } from '@/lib/session/silence';
import { allTabs, oneTab, patchTab } from '@/lib/session/tab-registry';
import { answerOf } from '@/lib/sites/observation';
import { callIds } from '@/lib/storage/items';
import type { PageJobStore } from '@/lib/storage/page-job-store';
import type { Looked } from './looked';
import { type TakeInUses, takeIn } from './take-in';

/** So long after its page has last told of a job, that page is closed or shows something else. */
const QUIET_MS = 2 * MINUTE_MS;

/** The page itself asks for all that run in one call; more than anybody has. */
const ASKED_AT_MOST = 50;

export interface FlowGoogleUses extends TakeInUses {
  readonly pageJobs: TakeInUses['pageJobs'] & Pick<PageJobStore, 'running'>;
  readonly looked: Pick<Looked, 'isLooked'>;
}

/**
 * Asks the page of a flow.google.com tab for what its own traffic has not shown, in the page's own form,
 * only for calls that need no verification and only while somebody looks. What it answers is taken in.
 *
 * @returns undefined where it was not asked, or did not answer
 */
export async function askFlow(
  uses: FlowGoogleUses,
  tabId: number,
  question: PageQuestion,
): Promise<Observation | undefined> {
  const { looked, now } = uses;
  const tab = await oneTab(tabId);
  if (!tab || !isAskedByPage(tab.site)) return undefined;
  if (!tab.signedIn || !mayBeAsked(tab, now())) return undefined;
  if (!(await looked.isLooked())) return undefined;
  const ids = await callIds.get();
  const text = await askTab(tabId, { ...question, callIds: ids }, now());
  if (text === undefined) return undefined;
  const observation = answerOf(text, now(), ids);
  await takeIn(uses, tabId, observation);
  return observation;
}

/**
 * What a view of such a tab needs: the balance with the plan, prices where none are known, the clips of the
 * project where the page has not listed them, and how jobs stand whose page is gone.
 */
export async function readyFlow(uses: FlowGoogleUses, tabId: number): Promise<void> {
  await askFlow(uses, tabId, { about: 'balance' });
  const tab = await oneTab(tabId);
  if (!tab) return;
  if (
    tab.modelsAt === undefined &&
    (await askFlow(uses, tabId, { about: 'models', projectId: undefined }))
  )
    await patchTab(tabId, { modelsAt: uses.now() });
  if (tab.list !== 'seen' && tab.projectId !== undefined)
    await askFlow(uses, tabId, { about: 'project', projectId: tab.projectId, cursor: null });
  await askStates(uses, tabId);
}

/** How those stand that the user has started and of which their page tells nothing more. */
async function askStates(uses: FlowGoogleUses, tabId: number): Promise<void> {
  const account = (await oneTab(tabId))?.account;
  if (account === undefined) return;
  const quiet = (await uses.pageJobs.running(account)).filter(
    ({ heardAt }) => uses.now() - heardAt >= QUIET_MS,
  );
  const mediaIds = quiet.flatMap(({ mediaId }) => mediaId ?? []).slice(-ASKED_AT_MOST);
  if (mediaIds.length > 0) await askFlow(uses, tabId, { about: 'status', mediaIds });
}

/**
 * Asks the pages of flow.google.com for one medium: its answer brings a URL of the file that works.
 *
 * @returns whether a page has answered
 */
export async function askClip(uses: FlowGoogleUses, mediaId: string): Promise<boolean> {
  for (const { tabId } of await allTabs())
    if (await askFlow(uses, tabId, { about: 'media', mediaId })) return true;
  return false;
}
