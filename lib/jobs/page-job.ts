import * as z from 'zod/mini';
import { MINUTE_MS } from '@/lib/base/time';
import { ASPECTS } from '@/lib/flow/aspect';
import type { Media } from '@/lib/flow/media';
import { MOVES } from '@/lib/flow/moves';
import type { OperationState } from '@/lib/flow/operation-state';
import { titleSchema } from '@/lib/flow/readable-title';
import { PAGE_ACTIONS } from '@/lib/flow/started';
import { generationFailure } from '@/lib/labs/replies/error';
import { failureSchema } from './job';

const core = {
  /** The operation that its state is told by. */
  id: z.string(),
  /** What the page started in one call has one. */
  batchId: z.string(),
  createdAt: z.number(),
  account: z.string(),
  projectId: z.string(),
  action: z.enum(PAGE_ACTIONS),
  /** Name of the source clip, or the start of the prompt. */
  title: titleSchema,
  prompt: z.optional(z.string()),
  /** Media ids of what it is made from. */
  sourceIds: z.array(z.string()),
  model: z.optional(z.string()),
  aspect: z.optional(z.enum(ASPECTS)),
  seed: z.optional(z.number()),
  move: z.optional(z.enum(MOVES)),
  range: z.optional(z.object({ start: z.int(), end: z.int() })),
  /** Credits that Flow's lists name for it; absent where they were not seen. */
  price: z.optional(z.number()),
  /** The id that its clip has, or that Flow said it will have. */
  mediaId: z.optional(z.string()),
  /** When the user took it off the list. */
  clearedAt: z.optional(z.number()),
};

/**
 * One generation that the user starts in Flow's own page, as the page's calls have shown it, or prepared
 * here for their press: never sent, cancelled or sent again from here, and no money hangs on it. Times are
 * epoch ms.
 */
export const pageJobSchema = z.discriminatedUnion('state', [
  /** Written here; it waits for the user's own press in Flow. Its id is ours until then. */
  z.object({ ...core, state: z.literal('prepared') }),
  z.object({
    ...core,
    state: z.literal('running'),
    /** Flow's own word, as it came last. */
    status: z.string(),
    /** When the page has last told of it, about. */
    heardAt: z.number(),
  }),
  z.object({ ...core, state: z.literal('done'), endedAt: z.number() }),
  z.object({
    ...core,
    state: z.literal('failed'),
    endedAt: z.number(),
    failure: failureSchema,
  }),
]);

export type PageJob = z.infer<typeof pageJobSchema>;
export type PageJobState = PageJob['state'];
export type PageJobIn<State extends PageJobState> = Extract<PageJob, { state: State }>;

/** What an answer of the page says of one operation. */
export type HeardOperation = OperationState;

/** The page asks every few seconds; that it was heard is stored no more often than this. */
const HEARD_EVERY_MS = MINUTE_MS;
/** Nothing was heard of it for longer than any generation takes: its page is closed. */
const SILENT_MS = 10 * MINUTE_MS;

/**
 * A job of the page after one of the page's answers about it. One that has ended stays as it is, and an
 * answer that says nothing new leaves the very same object.
 *
 * @param now epoch ms
 */
export function pageJobHeard(job: PageJob, heard: HeardOperation, now: number): PageJob {
  if (job.state !== 'running') return job;
  const mediaId = heard.mediaId ?? job.mediaId;
  if (heard.progress === 'done') return pageJobDone(job, mediaId, now);
  if (heard.progress === 'failed') {
    const failure = generationFailure(heard.error, heard.status, 'unknown');
    return { ...coreOf(job), state: 'failed', endedAt: now, failure };
  }
  if (heard.status === job.status && now - job.heardAt < HEARD_EVERY_MS) return job;
  const known = mediaId === undefined ? {} : { mediaId };
  return { ...job, ...known, status: heard.status, heardAt: now };
}

/**
 * A job of the page after a list of clips that the page shows: its clip is there, by the id that Flow said
 * it would have, or by project, seed and model, in a list that is younger than the job.
 */
export function pageJobListed(job: PageJob, listed: readonly Media[], now: number): PageJob {
  if (job.state !== 'running') return job;
  const clip = listed.find((media) => isClipOf(job, media));
  return clip ? pageJobDone(job, clip.id, now) : job;
}

function isClipOf(job: PageJobIn<'running'>, media: Media): boolean {
  if (job.mediaId !== undefined) return media.id === job.mediaId;
  const { seed, model, projectId, madeAt = Number.POSITIVE_INFINITY } = media;
  const isAlike = seed !== undefined && seed === job.seed && model === job.model;
  return isAlike && projectId === job.projectId && madeAt >= job.createdAt - MINUTE_MS;
}

/** Whether so long nothing was heard of a running one that its page must be closed. */
export const isSilent = (job: PageJob, now: number): boolean =>
  job.state === 'running' && now - job.heardAt >= SILENT_MS;

const pageJobDone = (
  job: PageJobIn<'running'>,
  mediaId: string | undefined,
  now: number,
): PageJob => ({
  ...coreOf(job),
  ...(mediaId !== undefined && { mediaId }),
  state: 'done',
  endedAt: now,
});

function coreOf({
  state: _state,
  status: _status,
  heardAt: _heardAt,
  ...rest
}: PageJobIn<'running'>) {
  return rest;
}
