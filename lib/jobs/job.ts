import * as z from 'zod/mini';
import { FAILURE_KINDS } from '@/lib/flow/failure';
import { titleSchema } from '@/lib/flow/readable-title';
import { requestSchema } from '@/lib/flow/request';

const core = {
  /** Our own id: the sceneId of the request. */
  id: z.guid(),
  /** The batch it came from; one batch may make several jobs. */
  batchId: z.guid(),
  createdAt: z.number(),
  /** Salted hash of the account; a job is sent and asked about with its own account only. */
  account: z.string(),
  request: requestSchema,
  /** Name of the source clip, or the start of the prompt. */
  title: titleSchema,
  /** Media id of the source clip or first image, for the picture in the list. */
  sourceId: z.string(),
  /** Expected credits; absent where the price is unknown. */
  price: z.optional(z.number()),
  /** When it was last sent, whatever came of it: the pace counts from here. */
  sentAt: z.optional(z.number()),
  /** When the outcome of that submit was stored: a balance asked for earlier may not know of it. */
  outcomeAt: z.optional(z.number()),
  /** The job that this one sends again. */
  againOf: z.optional(z.guid()),
  /** The user said yes to what the day comes to with it, above their limit for a day. */
  allowed: z.optional(z.boolean()),
  /** When this record was last stored: views follow what has changed since they looked. */
  changedAt: z.optional(z.number()),
  /** When the user took it off the list; what happens to the job afterwards puts it back. */
  clearedAt: z.optional(z.number()),
  /** When the user chose this take to keep. */
  keptAt: z.optional(z.number()),
};

/** Why a generation came to nothing, as it is stored. */
export const failureSchema = z.object({
  kind: z.enum(FAILURE_KINDS),
  charged: z.enum(['no', 'unknown']),
  reason: z.optional(z.string()),
  message: z.optional(z.string()),
  httpStatus: z.optional(z.number()),
  retryAfterMs: z.optional(z.number()),
});

/** The finished clip: a record of the library, or a file that came inside the answer. */
const result = z.object({
  mediaId: z.optional(z.string()),
  /** Operation to ask again for a fresh URL. */
  operation: z.optional(z.string()),
  /** The file itself is stored with the job. */
  hasFile: z.boolean(),
});

/** The operation is known by its media id and asked for in that form; absent: by 32 hex digits. */
const form = z.optional(z.literal('media'));

/** One requested generation, from the batch to its end. Times are epoch ms. */
export const jobSchema = z.discriminatedUnion('state', [
  z.object({
    ...core,
    state: z.literal('waiting'),
    /** It was sent without a form in between: it can be taken back up to here, and does not go out before. */
    notBefore: z.optional(z.number()),
  }),
  z.object({ ...core, state: z.literal('submitting'), sentAt: z.number() }),
  z.object({
    ...core,
    state: z.literal('running'),
    sentAt: z.number(),
    operation: z.string(),
    form,
    /** Flow's own word, as it came last. */
    status: z.string(),
    /** Past this moment the job says that it is late. */
    deadlineAt: z.number(),
  }),
  z.object({
    ...core,
    state: z.literal('done'),
    sentAt: z.number(),
    endedAt: z.number(),
    result,
  }),
  z.object({
    ...core,
    state: z.literal('failed'),
    endedAt: z.number(),
    failure: failureSchema,
    /** Where Flow had taken it: a late job can be looked up again. */
    operation: z.optional(z.string()),
    form,
  }),
  z.object({
    ...core,
    state: z.literal('cancelled'),
    endedAt: z.number(),
    /** A cancelled running job goes on at Flow and is only no longer watched. */
    was: z.enum(['waiting', 'running', 'unknown']),
    /** Not by the user: the job that it was to send again came to its end after all. */
    because: z.optional(z.literal('original-done')),
  }),
  z.object({
    ...core,
    state: z.literal('unknown'),
    sentAt: z.number(),
    failure: failureSchema,
    /** The id that Flow said its clip will have. */
    mediaId: z.optional(z.string()),
  }),
]);

export type Job = z.infer<typeof jobSchema>;

/** The order of a list of jobs, oldest first. */
export const olderFirst = (one: Job, other: Job): number => one.createdAt - other.createdAt;

export type JobState = Job['state'];
export type JobResult = z.infer<typeof result>;
export type JobIn<State extends JobState> = Extract<Job, { state: State }>;

/** States in which something is still to be done for the job without the user. */
export const OPEN_STATES = ['waiting', 'submitting', 'running'] as const;

/** Whether a job is in one of these. */
export const isOpen = ({ state }: Job): boolean => OPEN_STATES.some((open) => open === state);

/** Whether a job has come to its end: it is not open, and its outcome is known. */
export const isEnded = (job: Job): job is Extract<Job, { endedAt: number }> => 'endedAt' in job;

/** Media id of what a job has made, if Flow gave it one. */
export const resultId = (job: Job): string | undefined =>
  job.state === 'done' ? job.result.mediaId : undefined;

/** Whether a job ended without a result, as far as anybody knows, and may be sent again as a new one. */
export const canGoAgain = ({ state }: Job): boolean => state === 'failed' || state === 'unknown';

/** What every state carries: the batch and where it came from. */
export type JobCore = Omit<JobIn<'waiting'>, 'state' | 'notBefore'>;

export const coreOf = (job: Job): JobCore => ({
  id: job.id,
  batchId: job.batchId,
  createdAt: job.createdAt,
  account: job.account,
  request: job.request,
  title: job.title,
  sourceId: job.sourceId,
  ...(job.price !== undefined && { price: job.price }),
  ...(job.sentAt !== undefined && { sentAt: job.sentAt }),
  ...(job.outcomeAt !== undefined && { outcomeAt: job.outcomeAt }),
  ...(job.againOf !== undefined && { againOf: job.againOf }),
  ...(job.allowed !== undefined && { allowed: job.allowed }),
});

/** Whether a job was given up for its time alone: Flow may still be at it. */
export const isLate = (job: Job): boolean =>
  job.state === 'failed' && job.failure.kind === 'late' && job.operation !== undefined;
