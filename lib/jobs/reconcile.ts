import { assertNever } from '@/lib/base/assert-never';
import { HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { readMediaId } from '@/lib/flow/media-id';
import type { OperationState } from '@/lib/flow/operation-state';
import type { Job, JobIn } from './job';

/** A job that Flow may have a clip for. */
type Sent = JobIn<'unknown'> | JobIn<'running'>;

/** Flow's clock and this one may differ by so much. */
const CLOCKS_DIFFER_MS = MINUTE_MS;

/** A job sent so long before another is no longer at work when that one goes out. */
export const RIVAL_MS = 24 * HOUR_MS;

/** What the page's traffic or the project's list shows. */
export interface Evidence {
  readonly operations: readonly OperationState[];
  readonly media: readonly Media[];
}

/** A job, and what shows that Flow has taken it. */
export type Adoption<Job extends Sent = JobIn<'unknown'>> =
  | { readonly job: Job; readonly operation: OperationState }
  | { readonly job: Job; readonly media: Media };

/**
 * Whether Flow may have made, or may still make, a clip for a job that is not known as its result:
 * also for one that was cancelled, forgotten or given up as late.
 */
export function mayHaveClip(job: Job): boolean {
  switch (job.state) {
    case 'waiting':
      return false;
    case 'submitting':
    case 'running':
    case 'unknown':
      return true;
    case 'cancelled':
      return job.was !== 'waiting';
    case 'failed':
      return job.operation !== undefined;
    case 'done':
      return job.result.mediaId === undefined;
    default:
      return assertNever(job);
  }
}

/**
 * Which jobs are settled by what was seen. An operation with the job's own sceneId is
 * proof. A clip is, when it alone fits one job and that job alone fits it: same project, same seed
 * and model, which a list may leave out (an upscale: the source's key with its ending), new since the
 * job was sent, and nobody else's result. Where Flow has said which id its clip will have, only that.
 *
 * @param claimed media ids that are results of other jobs
 * @param sent jobs that went out: a clip that one of them may have is nobody's yet
 */
export function reconcile<Own extends Sent>(
  jobs: readonly Own[],
  { operations, media }: Evidence,
  claimed: ReadonlySet<string>,
  sent: readonly Job[] = [],
): Adoption<Own>[] {
  const byOperation = jobs.flatMap((job) => {
    const operation = operations.find(({ sceneId }) => sceneId === job.id);
    return operation ? [{ job, operation }] : [];
  });
  const settled = new Set(byOperation.map(({ job }) => job.id));
  const open = jobs.filter(({ id }) => !settled.has(id));
  // One that was just settled may still have its clip among these.
  const rivals = [...jobs, ...sent.filter(mayHaveClip)];
  const free = media.filter(({ id }) => !claimed.has(id));
  const byMedia = open.flatMap((job) => {
    const others = rivals.filter(
      (other) => other.id !== job.id && !(other.state === 'done' && other.endedAt < job.sentAt),
    );
    const own = free.filter(
      (clip) => fits(job, clip) && others.every((other) => namedClip(other) !== clip.id),
    );
    const [found, ...more] = own;
    if (!found || more.length > 0) return [];
    const alone = namedClip(job) === found.id || others.every((other) => !mayBeOf(other, found));
    return alone ? [{ job, media: found }] : [];
  });
  return [...byOperation, ...byMedia];
}

/** The id that Flow has said the clip of a job will have. */
function namedClip(job: Job): string | undefined {
  if (job.state === 'unknown') return job.mediaId;
  const isNamed = (job.state === 'running' || job.state === 'failed') && job.form === 'media';
  return isNamed ? job.operation : undefined;
}

const fits = (job: Sent, clip: Media): boolean =>
  mayBeOf(job, clip) && (namedClip(job) !== undefined || !isOlder(clip, job.sentAt));

/**
 * Whether a clip may have come of a job, whenever it was made: the clock may have been put back since,
 * and what is another's by its times may be the job's own.
 */
function mayBeOf(job: Job, clip: Media): boolean {
  const { request } = job;
  const named = namedClip(job);
  if (named !== undefined) return clip.id === named;
  if (clip.kind !== 'video' || clip.projectId !== request.projectId) return false;
  if (request.action === 'upscale') {
    const source = readMediaId(request.mediaId);
    return source !== undefined && clip.key === source.key + UPSCALED;
  }
  return clip.seed === request.seed && (clip.model ?? request.modelKey) === request.modelKey;
}

/** Whether a clip was there before a moment: as it turned up here, or as Flow dates it. */
const isOlder = ({ firstSeenAt, seenAt, madeAt = Number.POSITIVE_INFINITY }: Media, at: number) =>
  (firstSeenAt ?? seenAt) < at || madeAt < at - CLOCKS_DIFFER_MS;
