import Dexie from 'dexie';
import { warn } from '@/lib/base/log';
import { hasHeaderRule } from '@/lib/browser/header-rule';
import { ACTIONS, type Action } from '@/lib/flow/action';
import type { JobState } from '@/lib/job/job';
import { sendCommand } from '@/lib/message/send';
import { database, type Quarantined } from '@/lib/store/database';
import { learnedModels, leftOut, liveTabs, movedAt, noAccessAt } from '@/lib/store/items';
import { read } from '@/lib/store/readers';
import { flowTab } from '../store/flow-tab';
import type { Facts, Tried } from './self-check';

/** How far back a try is looked for among the failures of an action. */
const FAILURES = 50;

/** Looks at everything that the check judges: what is stored, and one look at the balance. */
export async function findFacts(): Promise<Facts> {
  const startedAt = Date.now();
  const tabId = flowTab.value.kind === 'live' ? flowTab.value.tab.tabId : undefined;
  if (tabId !== undefined)
    await sendCommand('refresh', { tabId }).catch((error: unknown) => warn('check', error));
  const tab = tabId === undefined ? undefined : (await liveTabs.get())[tabId];
  const media = await read.media.all(database.media.where({ projectId: tab?.projectId ?? '' }));
  const tried = await Promise.all(ACTIONS.map(async (action) => [action, await lastTry(action)]));
  return {
    startedAt,
    tab,
    isMoved: (await movedAt.get()) !== undefined,
    hasNoAccess: (await noAccessAt.get()) !== undefined,
    leftOut: await leftOut.get(),
    learned: await learnedModels.get(),
    clips: media.filter(({ kind }) => kind === 'video').length,
    images: media.filter(({ kind }) => kind === 'image').length,
    tried: Object.fromEntries(tried),
    isStored: await takesWrites(),
    aside: await setAside(),
    hasRule: await hasHeaderRule(),
  };
}

/** The newest end that says whether Flow offers the action: a clip, or a refusal of the action itself. */
async function lastTry(action: Action): Promise<Tried | undefined> {
  const ended = (state: JobState) =>
    database.jobs
      .where('[request.action+state+endedAt]')
      .between([action, state, Dexie.minKey], [action, state, Dexie.maxKey])
      .reverse();
  const done = await read.jobs.first(ended('done'));
  const failures = await read.jobs.all(ended('failed').limit(FAILURES));
  const tries = [done, ...failures].flatMap((job): Tried[] => {
    if (job?.state === 'done') return [{ how: 'done', at: job.endedAt }];
    if (job?.state !== 'failed') return [];
    const { kind } = job.failure;
    return kind === 'not-found' || kind === 'access' ? [{ how: kind, at: job.endedAt }] : [];
  });
  return tries.sort((one, other) => other.at - one.at)[0];
}

/** Reads every record once, so that none is missed that no view has asked for, and what was set aside. */
async function setAside(): Promise<readonly Quarantined[]> {
  for (const name of ['jobs', 'ledger', 'media'] as const) await read[name].all(database[name]);
  await read.quarantine.settled();
  return database.quarantine.toArray();
}

/** Writes a record that means nothing, and takes it away again. */
async function takesWrites(): Promise<boolean> {
  const id = 'self-check';
  try {
    await database.strips.put({ id, picture: new Blob(), drawnAt: Date.now() });
    await database.strips.delete(id);
    return true;
  } catch (error) {
    warn('check', error);
    return false;
  }
}
