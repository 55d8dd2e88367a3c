import type { Media } from '@/lib/flow/media';
import { withLearned } from '@/lib/flow/models';
import type { Observation, ProjectDetails } from '@/lib/flow/observation';
import type { Tier } from '@/lib/flow/tier';
import { adopt } from '@/lib/queue/settle-unknown';
import { takeObservation } from '@/lib/session/session';
import { oneTab } from '@/lib/session/tab-registry';
import { noteVerified } from '@/lib/session/verified';
import { callIds, learnedModels, projects } from '@/lib/storage/items';
import type { Library } from '@/lib/storage/library';
import { countDrift } from './drift';
import { priceMenu } from './menu-entries';
import { listModels } from './model-list';
import { followPageJobs, type PageJobUses } from './page-jobs';
import type { QueueRunner } from './queue-runner';

export interface TakeInUses {
  readonly library: Pick<Library, 'remember' | 'some'>;
  readonly pageJobs: PageJobUses['store'];
  readonly runner: Pick<QueueRunner, 'ports' | 'hear' | 'wake'>;
  readonly now: () => number;
}

/**
 * Takes in what a call in a tab of Flow has proved: facts go to the session, the library, the learned
 * models, and to the jobs that they tell of. Nothing that costs hangs on it.
 */
export async function takeIn(
  { library, pageJobs, runner, now }: TakeInUses,
  tabId: number,
  observation: Observation,
): Promise<void> {
  const before = (await oneTab(tabId))?.signedIn;
  await takeObservation(tabId, observation, now());
  if (observation.media.length > 0) await library.remember(observation.media, MEDIA_AT_MOST);
  // Nobody but the background and Flow knows the id that a job goes out under.
  await adopt(runner.ports, { operations: observation.operations, media: [] });
  await runner.hear(await shown(observation, library));
  if (observation.callIds) await learnCalls(observation.callIds);
  const tab = await oneTab(tabId);
  await learn(observation, tab?.tier);
  const mayGo = await noteVerified(tab?.account, observation.isVerified, now());
  if (tab) await followPageJobs({ store: pageJobs, library }, observation, tab, now());
  const isListed = await listModels(tabId, now());
  await countDrift(observation);
  if (tab?.tier && (isListed || tells(observation)))
    await priceMenu(tab.tier, await learnedModels.get());
  if ((tab?.signedIn && !before) || observation.balance !== undefined || mayGo) runner.wake();
}

/** The clips with what was known of them before: a clip older than a job is not its result. */
const shown = async ({ media }: Observation, library: Pick<Library, 'some'>): Promise<Media[]> => [
  ...(await library.some(media.map(({ id }) => id))).values(),
];

/** Whether the prices in the menu may have changed. */
const tells = ({ tier, models, modelsAsked = [] }: Observation): boolean =>
  tier !== undefined || models !== undefined || modelsAsked.length > 0;

/** Written only where one is new: each answer of the page teaches the same again. */
async function learnCalls(taught: Readonly<Record<string, string>>): Promise<void> {
  const known = await callIds.get();
  if (Object.entries(taught).some(([call, id]) => known[call] !== id))
    await callIds.change((before) => ({ ...before, ...taught }));
}

async function learn(observation: Observation, tier: Tier | undefined): Promise<void> {
  const { models, modelsAsked = [], project, projects: listed = [] } = observation;
  const titles = await projects.get();
  const news = [...listed, ...(project ? [project] : [])].filter(
    ({ projectId, title }) => titles[projectId] !== title,
  );
  if (news.length > 0) await projects.change((before) => news.reduce(withProject, before));
  if (models || modelsAsked.length > 0)
    await learnedModels.change((before) => withLearned(before, observation, tier));
}

/**
 * More clips and images than a user has in all projects: what a page goes on to show is not kept.
 * What the background asks for itself always is.
 */
const MEDIA_AT_MOST = 20_000;

/** More projects than a user has; the one whose title was heard longest ago gives way. */
const PROJECTS_AT_MOST = 1000;

function withProject(
  known: Readonly<Record<string, string>>,
  { projectId, title }: ProjectDetails,
): Record<string, string> {
  const others = Object.entries(known).filter(([id]) => id !== projectId);
  return Object.fromEntries([...others.slice(1 - PROJECTS_AT_MOST), [projectId, title]]);
}
