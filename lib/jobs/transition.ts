import { assertNever } from '@/lib/base/assert-never';
import type { Failure } from '@/lib/flow/failure';
import { PENDING } from '@/lib/flow/status';
import { deadlineAt } from './deadline';
import { coreOf, type Job, type JobIn, type JobResult, type JobState } from './job';

/** All that can happen to a job. */
export type JobEvent =
  /** Its turn has come. `original` is the state of the job that it sends again. */
  | { readonly type: 'submit'; readonly original?: JobState | undefined }
  /** Flow took it and named the operation, or was found to have taken it. */
  | ({ readonly type: 'accepted' } & Accepted)
  /** An answer that proves nothing was started, and that will not change. */
  | { readonly type: 'refused'; readonly failure: Failure }
  /** An answer that proves nothing was started, and that may change: it goes back in line. */
  | { readonly type: 'postponed' }
  /**
   * No answer, or none that can be read: it may have been started. Of a running job: it can no
   * longer be asked about. `mediaId` is the id that Flow said its clip will have.
   */
  | { readonly type: 'lost'; readonly failure: Failure; readonly mediaId?: string | undefined }
  /** The worker woke and found it. */
  | { readonly type: 'woke' }
  /** A status call named its state at Flow. */
  | { readonly type: 'reported'; readonly status: string }
  | { readonly type: 'finished'; readonly result: JobResult }
  | { readonly type: 'broke'; readonly failure: Failure }
  /** Asked just now, it still runs, and its deadline is past. */
  | { readonly type: 'expired' }
  /** The user wants a late job looked up again. */
  | { readonly type: 'revive' }
  /** The user says yes to it above their limit for a day. */
  | { readonly type: 'allow' }
  /** The user does not want a job sent that they see waiting. */
  | { readonly type: 'cancel' }
  /** The user does not want a job watched that they see running. */
  | { readonly type: 'stop' }
  /** The user gives up on an unknown outcome. */
  | { readonly type: 'forget' };

/** What Flow's answer names a job by. */
interface Accepted {
  readonly operation: string;
  readonly form?: 'media' | undefined;
  readonly status: string;
}

/** What must be done once the next job is stored. */
export type Effect = 'send';

export interface Step {
  readonly job: Job;
  readonly effects: readonly Effect[];
}

/**
 * The only place where the state of a job changes. An event that means nothing in a state leaves
 * the very same job object and no effects. Store `job` first, carry out `effects` after.
 *
 * @param now epoch ms
 */
export function transition(job: Job, event: JobEvent, now: number): Step {
  const next = nextJob(job, event, now);
  if (next === undefined) return { job, effects: [] };
  return { job: next, effects: next.state === 'submitting' ? ['send'] : [] };
}

function nextJob(job: Job, event: JobEvent, now: number): Job | undefined {
  switch (job.state) {
    case 'waiting':
      return fromWaiting(job, event, now);
    case 'submitting':
      return fromSubmitting(job, event, now);
    case 'running':
      return fromRunning(job, event, now);
    case 'unknown':
      return fromUnknown(job, event, now);
    case 'failed':
      return fromFailed(job, event, now);
    case 'done':
    case 'cancelled':
      return undefined;
    default:
      return assertNever(job);
  }
}

function fromWaiting(job: JobIn<'waiting'>, event: JobEvent, now: number): Job | undefined {
  switch (event.type) {
    case 'submit': {
      if (event.original === 'running') return undefined;
      if (event.original === 'done') return replaced(job, now);
      const { outcomeAt: _, ...core } = coreOf(job);
      return { ...core, state: 'submitting', sentAt: now };
    }
    case 'cancel':
      return { ...coreOf(job), state: 'cancelled', endedAt: now, was: 'waiting' };
    case 'allow':
      return job.allowed ? undefined : { ...job, allowed: true };
    default:
      return undefined;
  }
}

/** What it was to make once more is there: sent now, it would be paid twice. */
const replaced = (job: JobIn<'waiting'>, now: number): JobIn<'cancelled'> => ({
  ...coreOf(job),
  state: 'cancelled',
  endedAt: now,
  was: 'waiting',
  because: 'original-done',
});

/** The worker or the browser ended in the middle of a submit. */
export const INTERRUPTED: Failure = { kind: 'interrupted', charged: 'unknown' };
const LATE: Failure = { kind: 'late', charged: 'unknown' };

function fromSubmitting(job: JobIn<'submitting'>, event: JobEvent, now: number): Job | undefined {
  const core = { ...coreOf(job), outcomeAt: now };
  const { sentAt } = job;
  switch (event.type) {
    case 'accepted':
      return running({ ...job, outcomeAt: now }, event, now);
    case 'finished':
      return { ...core, state: 'done', sentAt, endedAt: now, result: event.result };
    case 'refused':
      return { ...core, state: 'failed', endedAt: now, failure: event.failure };
    case 'postponed':
      return { ...core, state: 'waiting' };
    case 'lost':
      return { ...core, state: 'unknown', sentAt, ...lostWith(event) };
    case 'woke':
      return { ...core, state: 'unknown', sentAt, failure: INTERRUPTED };
    default:
      return undefined;
  }
}

const lostWith = ({ failure, mediaId }: Extract<JobEvent, { type: 'lost' }>) => ({
  failure,
  ...(mediaId !== undefined && { mediaId }),
});

function fromRunning(job: JobIn<'running'>, event: JobEvent, now: number): Job | undefined {
  const core = coreOf(job);
  const { sentAt, operation, form } = job;
  switch (event.type) {
    case 'reported':
      return event.status === job.status ? undefined : { ...job, status: event.status };
    case 'finished':
      return { ...core, state: 'done', sentAt, endedAt: now, result: event.result };
    case 'broke':
      return { ...core, state: 'failed', endedAt: now, failure: event.failure };
    case 'lost':
      return event.mediaId === undefined
        ? undefined
        : { ...core, state: 'unknown', sentAt, ...lostWith(event) };
    case 'expired':
      return now < job.deadlineAt
        ? undefined
        : {
            ...core,
            state: 'failed',
            endedAt: now,
            failure: LATE,
            operation,
            ...(form && { form }),
          };
    case 'stop':
      return { ...core, state: 'cancelled', endedAt: now, was: 'running' };
    default:
      return undefined;
  }
}

function fromUnknown(job: JobIn<'unknown'>, event: JobEvent, now: number): Job | undefined {
  const { sentAt } = job;
  switch (event.type) {
    case 'accepted':
      return running(job, event, now);
    case 'finished':
      return { ...coreOf(job), state: 'done', sentAt, endedAt: now, result: event.result };
    case 'forget':
      return { ...coreOf(job), state: 'cancelled', endedAt: now, was: 'unknown' };
    default:
      return undefined;
  }
}

/** A failure is final, but for a late job: Flow may still be at it. */
function fromFailed(job: JobIn<'failed'>, event: JobEvent, now: number): Job | undefined {
  const { operation, form, sentAt } = job;
  if (event.type !== 'revive' || operation === undefined || sentAt === undefined) return undefined;
  return running({ ...job, sentAt }, { operation, form, status: PENDING }, now);
}

function running(
  job: Job & { readonly sentAt: number },
  { operation, form, status }: Accepted,
  now: number,
): Job {
  return {
    ...coreOf(job),
    state: 'running',
    sentAt: job.sentAt,
    operation,
    ...(form && { form }),
    status,
    deadlineAt: deadlineAt(job.request.action, now),
  };
}
