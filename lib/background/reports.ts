import type { Media } from '@/lib/flow/media';
import { withLearned } from '@/lib/flow/models';
import type { Observation, ProjectDetails } from '@/lib/flow/observation';
import type { Tier } from '@/lib/flow/tier';
import { observationOf } from '@/lib/labs/observation';
import { flowPageOf } from '@/lib/labs/urls';
import type { ReportHandlers } from '@/lib/messaging/server';
import { adopt } from '@/lib/queue/settle-unknown';
import { askIfUnknown, readSession, takeObservation } from '@/lib/session/session';
import { oneTab, openTab } from '@/lib/session/tab-registry';
import { noteVerified } from '@/lib/session/verified';
import {
  learnedModels,
  movedAt,
  noAccessAt,
  pointed,
  projects,
  welcomedAt,
} from '@/lib/storage/items';
import type { Library } from '@/lib/storage/library';
import type { PageJobStore } from '@/lib/storage/page-job-store';
import { countDrift } from './drift';
import { priceMenu } from './menu-entries';
import { listModels } from './model-list';
import { followPageJobs } from './page-jobs';
import type { QueueRunner } from './queue-runner';

export interface ReportUses {
  readonly library: Pick<Library, 'remember' | 'some'>;
  readonly pageJobs: Pick<PageJobStore, 'add' | 'hear' | 'see'>;
  readonly runner: Pick<QueueRunner, 'ports' | 'hear' | 'wake'>;
  readonly now: () => number;
}

/** What content scripts tell. Facts go to the session, the library and the learned models. */
export function createReports({ library, pageJobs, runner, now }: ReportUses): ReportHandlers {
  return {
    async arrived({ openedAt }, { tabId, url }) {
      const page = flowPageOf(url);
      if (!page) return;
      // The page's own id has this form: ";" and the epoch ms of its start.
      await openTab({
        tabId,
        sessionId: `;${openedAt}`,
        seenAt: now(),
        projectId: page.projectId,
      });
      await movedAt.set(undefined);
      await noAccessAt.set(undefined);
      if ((await welcomedAt.get()) === 0) await welcomedAt.set(now());
      await askIfUnknown(tabId, now());
    },

    async session({ text }, { tabId }) {
      await readSession(tabId, text, now());
      runner.wake();
    },

    async call(call, { tabId }) {
      const observation = observationOf(call, now());
      const before = (await oneTab(tabId))?.signedIn;
      await takeObservation(tabId, observation, now());
      if (observation.media.length > 0) await library.remember(observation.media, MEDIA_AT_MOST);
      // Nobody but the background and Flow knows the id that a job goes out under.
      await adopt(runner.ports, { operations: observation.operations, media: [] });
      await runner.hear(await shown(observation, library));
      const tab = await oneTab(tabId);
      await learn(observation, tab?.tier);
      const mayGo = await noteVerified(tab?.account, observation.isVerified, now());
      if (tab) await followPageJobs({ store: pageJobs, library }, observation, tab, now());
      const isListed = await listModels(tabId, now());
      await countDrift(observation);
      if (tab?.tier && (isListed || tells(observation)))
        await priceMenu(tab.tier, await learnedModels.get());
      if ((tab?.signedIn && !before) || observation.balance !== undefined || mayGo) runner.wake();
    },

    async pointed(under, { tabId }) {
      await pointed.change((before) => ({ ...before, [tabId]: under }));
    },
  };
}

/** The clips with what was known of them before: a clip older than a job is not its result. */
const shown = async ({ media }: Observation, library: Pick<Library, 'some'>): Promise<Media[]> => [
  ...(await library.some(media.map(({ id }) => id))).values(),
];

/** Whether the prices in the menu may have changed. */
const tells = ({ tier, models, modelsAsked = [] }: Observation): boolean =>
  tier !== undefined || models !== undefined || modelsAsked.length > 0;

async function learn(observation: Observation, tier: Tier | undefined): Promise<void> {
  const { models, modelsAsked = [], project } = observation;
  if (project && (await projects.get())[project.projectId] !== project.title)
    await projects.change((before) => withProject(before, project));
  if (models || modelsAsked.length > 0)
    await learnedModels.change((before) => withLearned(before, observation, tier));
}

/**
 * More clips and images than a user has in all projects: what a page goes on to show is not kept.
 * What the background asks for itself always is.
 */
export const MEDIA_AT_MOST = 20_000;

/** More projects than a user has; the one whose title was heard longest ago gives way. */
const PROJECTS_AT_MOST = 1000;

function withProject(
  known: Readonly<Record<string, string>>,
  { projectId, title }: ProjectDetails,
): Record<string, string> {
  const others = Object.entries(known).filter(([id]) => id !== projectId);
  return Object.fromEntries([...others.slice(1 - PROJECTS_AT_MOST), [projectId, title]]);
}
