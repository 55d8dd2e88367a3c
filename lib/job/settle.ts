import { type Media, UPSCALED } from '@/lib/flow/media';
import { decodeMediaId } from '@/lib/flow/media-id';
import type { OperationState } from '@/lib/flow/operations-reply';
import type { JobIn } from './job';

type Unknown = JobIn<'unknown'>;

/** What the page's traffic or the project's list shows. */
export interface Evidence {
  readonly operations: readonly OperationState[];
  readonly media: readonly Media[];
}

/** An unknown job, and what shows that Flow has taken it. */
export type Adoption =
  | { readonly job: Unknown; readonly operation: OperationState }
  | { readonly job: Unknown; readonly media: Media };

/**
 * Which unknown jobs are settled by what was seen. An operation with the job's own sceneId is
 * proof. A clip is, when it alone fits one job and that job alone fits it: same project, same seed
 * and model (an upscale: the source's key with its ending), new since the job was sent, and nobody
 * else's result.
 *
 * @param claimed media ids that are results of other jobs
 */
export function settle(
  jobs: readonly Unknown[],
  { operations, media }: Evidence,
  claimed: ReadonlySet<string>,
): Adoption[] {
  const byOperation = jobs.flatMap((job) => {
    const operation = operations.find(({ sceneId }) => sceneId === job.id);
    return operation ? [{ job, operation }] : [];
  });
  const settled = new Set(byOperation.map(({ job }) => job.id));
  const open = jobs.filter(({ id }) => !settled.has(id));
  const free = media.filter(({ id }) => !claimed.has(id));
  const byMedia = open.flatMap((job) => {
    const [found, ...more] = free.filter((clip) => fits(job, clip));
    if (!found || more.length > 0) return [];
    const alone = open.every((other) => other === job || !fits(other, found));
    return alone ? [{ job, media: found }] : [];
  });
  return [...byOperation, ...byMedia];
}

function fits({ request, sentAt }: Unknown, clip: Media): boolean {
  if (clip.kind !== 'video' || clip.projectId !== request.projectId) return false;
  if ((clip.firstSeenAt ?? clip.seenAt) < sentAt) return false;
  if (request.action === 'upscale') {
    const source = decodeMediaId(request.mediaId);
    return source.ok && clip.key === source.value.mediaKey + UPSCALED;
  }
  return clip.seed === request.seed && clip.model === request.modelKey;
}
