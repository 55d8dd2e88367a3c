import type { OptionsStore } from '@/components/store/options-store';
import { warn } from '@/lib/base/log';
import { hasHeaderRule } from '@/lib/browser/header-rule';
import { missingSites } from '@/lib/browser/site-access';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { sendCommand } from '@/lib/messaging/client';
import { ask } from '@/lib/storage/ask';
import {
  callIds,
  learnedModels,
  leftOut,
  liveTabs,
  noAccessAt,
  unknownWords,
} from '@/lib/storage/items';
import { lastEnded, lastOnesEnded } from '@/lib/storage/job-queries';
import { mediaOfProject } from '@/lib/storage/media-queries';
import { findAside, tryWrite } from '@/lib/storage/record-queries';
import type { Findings, Tried } from './self-check';

/** How far back a try is looked for among the failures of an action. */
const FAILURES = 50;

/** Looks at everything that the check judges: what is stored, and one look at the balance. */
export async function collectFindings({ flowTab }: OptionsStore): Promise<Findings> {
  const startedAt = Date.now();
  const tabId = flowTab.value.kind === 'live' ? flowTab.value.tab.tabId : undefined;
  if (tabId !== undefined)
    await sendCommand('refresh', { tabId }).catch((error: unknown) => warn('check', error));
  const tab = tabId === undefined ? undefined : (await liveTabs.get())[tabId];
  const media = await ask((from) => mediaOfProject(tab?.projectId ?? '', from));
  const tried = await Promise.all(ACTIONS.map(async (action) => [action, await lastTry(action)]));
  return {
    startedAt,
    tab,
    isMoved: flowTab.value.kind === 'moved',
    hasNoAccess: (await noAccessAt.get()) !== undefined,
    leftOut: await leftOut.get(),
    unknownWords: await unknownWords.get(),
    callIds: await callIds.get(),
    learned: await learnedModels.get(),
    clips: media.filter(({ kind }) => kind === 'video').length,
    images: media.filter(({ kind }) => kind === 'image').length,
    tried: Object.fromEntries(tried),
    isStored: await takesWrites(),
    aside: await findAside(),
    missingSites: await missingSites(),
    hasRule: await hasHeaderRule(),
  };
}

/** The newest end that says whether Flow offers the action: a clip, or a refusal of the action itself. */
async function lastTry(action: Action): Promise<Tried | undefined> {
  const done = await ask((from) => lastEnded(action, 'done', from));
  const failures = await ask((from) => lastOnesEnded(action, 'failed', FAILURES, from));
  const tries = [done, ...failures].flatMap((job): Tried[] => {
    if (job?.state === 'done') return [{ how: 'done', at: job.endedAt }];
    if (job?.state !== 'failed') return [];
    const { kind } = job.failure;
    return kind === 'not-found' || kind === 'access' ? [{ how: kind, at: job.endedAt }] : [];
  });
  return tries.sort((one, other) => other.at - one.at)[0];
}

async function takesWrites(): Promise<boolean> {
  try {
    await tryWrite();
    return true;
  } catch (error) {
    warn('check', error);
    return false;
  }
}
