import { forEachAtOnce, forEachOf } from '@/lib/base/each';
import { groupBy } from '@/lib/base/group-by';
import type { Media } from '@/lib/flow/media';
import type { JobIn } from '@/lib/jobs/job';
import { type Adoption, type Evidence, reconcile } from '@/lib/jobs/reconcile';
import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';
import { resultOf } from './result';
import { settleDelay } from './schedule';
import type { Wait } from './work-loop';

/**
 * Settles unknown jobs by what was seen: an operation or a clip that can only be theirs. Nothing is
 * sent for it.
 */
export async function adopt(ports: QueuePorts, evidence: Evidence): Promise<void> {
  await forEachOf(await adoptionsOf(ports, evidence), (adoption) => adoptOne(ports, adoption));
}

async function adoptionsOf(ports: QueuePorts, evidence: Evidence): Promise<Adoption[]> {
  const jobs = await ports.jobs.unknown();
  if (jobs.length === 0) return [];
  // All that ever went out: a list may leave out when its clips were made, and then one that turns up
  // now may be that of a job of any time. In this order: a job that is done in between is found in both,
  // and never in neither.
  const sent = await ports.jobs.sentSince(Number.NEGATIVE_INFINITY);
  return reconcile(jobs, evidence, await ports.jobs.claimed(), sent);
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

/** Looks for what became of jobs of unknown outcome. */
export interface Settle {
  /**
   * The page shows clips. What a page says is a reason to look, never a proof: a script in it can
   * make up a clip with the seed and the model of a lost job.
   *
   * @returns whether one of them may be that of an unknown job: `look` asks for its project's list
   */
  hear(media: readonly Media[]): Promise<boolean>;
  /**
   * Looks at the lists of the projects that have unknown jobs whose time has come, or of which the
   * page has shown something.
   *
   * @returns ms until the next look, sooner where a page comes that can be asked at last; undefined
   *   when there is nothing to settle, or no longer
   */
  look(): Promise<Wait>;
}

/** However often the page shows something, a list is asked for it no more often than this. */
const HEARD_EVERY_MS = 5000;

export function createSettle(ports: QueuePorts): Settle {
  /** Ids of unknown jobs that something was heard of since their list was last asked. */
  const heard = new Set<string>();
  /** When the list of a project was last asked, by `projectOf`. */
  const askedAt = new Map<string, number>();
  /** Projects whose list no page could be asked for. */
  const unanswered = new Set<string>();

  /** Ms until the list is asked for a job; undefined where it no longer is. */
  function dueIn(job: UnknownJob, now: number): number | undefined {
    const every = heard.has(job.id) ? HEARD_EVERY_MS : settleDelay(job.sentAt, now);
    if (every === undefined) return undefined;
    const before = askedAt.get(projectOf(job));
    // A clock that was put back says nothing.
    if (before === undefined || now < before) return 0;
    return Math.max(0, before + every - now);
  }

  async function ask(project: string, jobs: readonly UnknownJob[]): Promise<void> {
    const [first] = jobs;
    if (!first) return;
    askedAt.set(project, ports.now());
    for (const { id } of jobs) heard.delete(id);
    try {
      const media = await ports.session.projectMedia(first.account, first.request.projectId);
      if (!media) return void unanswered.add(project);
      unanswered.delete(project);
      await adopt(ports, { operations: [], media });
    } catch (error) {
      // What was found is not stored: it is looked for again soon.
      for (const { id } of jobs) heard.add(id);
      throw error;
    }
  }

  return {
    async hear(media) {
      if (media.length === 0) return false;
      const adoptions = await adoptionsOf(ports, { operations: [], media });
      for (const { job } of adoptions) heard.add(job.id);
      return adoptions.length > 0;
    },

    async look() {
      const now = ports.now();
      const jobs = await ports.jobs.unknown();
      // Whatever has led here may be a page that can be asked at last.
      for (const job of jobs)
        if (unanswered.has(projectOf(job)) && dueIn(job, now) !== undefined) heard.add(job.id);
      const due = jobs.filter((job) => dueIn(job, now) === 0);
      // At once: a page that does not answer holds no other account's jobs.
      await forEachAtOnce([...groupBy(due, projectOf)], ([project, group]) => ask(project, group));
      const later = ports.now();
      const left = await ports.jobs.unknown();
      const projects = groupBy(left, projectOf);
      for (const seen of [askedAt, unanswered])
        for (const project of seen.keys()) if (!projects.has(project)) seen.delete(project);
      const waits = left.flatMap((job) => dueIn(job, later) ?? []);
      if (waits.length === 0) return undefined;
      const ms = Math.min(...waits);
      return unanswered.size > 0 ? { atMost: ms } : ms;
    },
  };
}

type UnknownJob = JobIn<'unknown'>;

const projectOf = ({ account, request }: UnknownJob): string => `${account} ${request.projectId}`;
