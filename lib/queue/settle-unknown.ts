import { forEachAtOnce, forEachOf } from '@/lib/base/each';
import type { JobIn } from '@/lib/job/job';
import { type Adoption, type Evidence, settle } from '@/lib/job/settle';
import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';
import { resultOf } from './result';
import { settleDelay } from './schedule';

/**
 * Settles unknown jobs by what was seen: an operation or a clip that can only be theirs. Nothing is
 * sent for it.
 */
export async function adopt(ports: QueuePorts, evidence: Evidence): Promise<void> {
  const jobs = await ports.jobs.unknown();
  if (jobs.length === 0) return;
  // All that ever went out: a list may leave out when its clips were made, and then one that turns up
  // now may be that of a job of any time. In this order: a job that is done in between is found in both,
  // and never in neither.
  const sent = await ports.jobs.sentSince(Number.NEGATIVE_INFINITY);
  const adoptions = settle(jobs, evidence, await ports.jobs.claimed(), sent);
  await forEachOf(adoptions, (adoption) => adoptOne(ports, adoption));
}

async function adoptOne(ports: QueuePorts, adoption: Adoption): Promise<void> {
  const { job } = adoption;
  if ('media' in adoption) {
    const result = { mediaId: adoption.media.id, hasFile: false };
    await dispatch(ports, job.id, { type: 'finished', result }, { isGuess: true });
  } else if (adoption.operation.progress === 'done') {
    const { result, extras } = resultOf(job, adoption.operation);
    await dispatch(ports, job.id, { type: 'finished', result }, { extras });
  } else if (adoption.operation.name !== undefined) {
    const { name, form, status } = adoption.operation;
    await dispatch(ports, job.id, { type: 'accepted', operation: name, form, status });
  }
}

/**
 * Looks at the project's list for jobs of unknown outcome.
 *
 * @returns ms until the next look; undefined when there is nothing to settle, or no longer
 */
export async function settleUnknown(ports: QueuePorts): Promise<number | undefined> {
  // At once: a page that does not answer holds no other account's jobs.
  await forEachAtOnce(projectsOf(await due(ports)), async ({ account, projectId }) => {
    const media = await ports.session.projectMedia(account, projectId);
    if (media) await adopt(ports, { operations: [], media });
  });
  const now = ports.now();
  const waits = (await due(ports)).map(({ sentAt }) => settleDelay(sentAt, now) ?? 0);
  return waits.length === 0 ? undefined : Math.min(...waits);
}

async function due(ports: QueuePorts): Promise<JobIn<'unknown'>[]> {
  const now = ports.now();
  const jobs = await ports.jobs.unknown();
  return jobs.filter(({ sentAt }) => settleDelay(sentAt, now) !== undefined);
}

function projectsOf(jobs: readonly JobIn<'unknown'>[]) {
  const pairs = jobs.map(({ account, request }) => ({ account, projectId: request.projectId }));
  return [...new Map(pairs.map((pair) => [`${pair.account} ${pair.projectId}`, pair])).values()];
}
