import { type Job, type JobIn, olderFirst } from './job';

/** Longer chains than this are cut: nobody reads them, and a broken record cannot make one endless. */
const CHAIN_MAX = 12;

/** What a clip came from: the media it began with, and the takes in between, oldest first. */
export interface Origin {
  /** Media id of the clip or first image that the oldest known take was made of. */
  readonly rootId: string;
  readonly takes: readonly JobIn<'done'>[];
}

/**
 * Follows a job to what it came from: the job that made its source, the job that made that one's,
 * and so on until a source was made by none that is known.
 *
 * @param makerOf the job whose result is that media, if any
 */
export async function originOf(
  job: Job,
  makerOf: (mediaId: string) => Promise<Job | undefined>,
): Promise<Origin> {
  const takes: JobIn<'done'>[] = [];
  const seen = new Set([job.id]);
  let rootId = job.sourceId;
  while (takes.length < CHAIN_MAX) {
    const maker = await makerOf(rootId);
    if (maker?.state !== 'done' || seen.has(maker.id)) break;
    seen.add(maker.id);
    takes.unshift(maker);
    rootId = maker.sourceId;
  }
  return { rootId, takes };
}

/** Takes made of a finished one that can be looked at, oldest first. */
export const madeFrom = (job: Job, jobsOfIt: readonly Job[]): JobIn<'done'>[] =>
  jobsOfIt
    .filter((next) => next.state === 'done')
    .filter(({ id, clearedAt }) => id !== job.id && clearedAt === undefined)
    .toSorted(olderFirst)
    .slice(0, CHAIN_MAX);
