import { exhaustive } from '@/lib/base/exhaustive';
import type { Failure } from '@/lib/flow/failure';
import { PENDING } from '@/lib/flow/status';
import { deadlineAt } from './deadline';
import { coreOf, type Job, type JobIn, type JobResult } from './job';

/** All that can happen to a job. */
export type JobEvent =
  /** Its turn has come. */
  | { readonly type: 'submit' }
  /** Flow took it and named the operation, or was found to have taken it. */
  | { readonly type: 'accepted'; readonly operation: string; readonly status: string }
  /** An answer that proves nothing was started, and that will not change. */
  | { readonly type: 'refused'; readonly failure: Failure }
  /** An answer that proves nothing was started, and that may change: it goes back in line. */
  | { readonly type: 'postponed' }
  /** No answer, or none that can be read: it may have been started. */
  | { readonly type: 'lost'; readonly failure: Failure }
  /** The worker woke and found it. */
  | { readonly type: 'woke' }
  /** A status call named its state at Flow. */
  | { readonly type: 'reported'; readonly status: string }
  | { readonly type: 'finished'; readonly result: JobResult }
  | { readonly type: 'broke'; readonly failure: Failure }
  /** Asked just now, it still runs, and its deadline is past. */
  | { readonly type: 'expired' }
  /** The person wants a late job looked up again. */
  | { readonly type: 'revive' }
  /** The person says yes to a sum above their limit. */
  | { readonly type: 'allow' }
  | { readonly type: 'cancel' }
  /** The person gives up on an unknown outcome. */
  | { readonly type: 'forget' };

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
      return exhaustive(job);
  }
}

function fromWaiting(job: JobIn<'waiting'>, event: JobEvent, now: number): Job | undefined {
  switch (event.type) {
    case 'submit':
      return { ...coreOf(job), state: 'submitting', sentAt: now };
    case 'cancel':
      return { ...coreOf(job), state: 'cancelled', endedAt: now, was: 'waiting' };
    case 'allow':
      return job.allowed ? undefined : { ...job, allowed: true };
    default:
      return undefined;
  }
}

const INTERRUPTED: Failure = { kind: 'interrupted', charged: 'unknown' };
const LATE: Failure = { kind: 'late', charged: 'unknown' };

function fromSubmitting(job: JobIn<'submitting'>, event: JobEvent, now: number): Job | undefined {
  const core = coreOf(job);
  const { sentAt } = job;
  switch (event.type) {
    case 'accepted':
      return running(job, event, now);
    case 'finished':
      return { ...core, state: 'done', sentAt, endedAt: now, result: event.result };
    case 'refused':
      return { ...core, state: 'failed', endedAt: now, failure: event.failure };
    case 'postponed':
      return { ...core, state: 'waiting' };
    case 'lost':
      return { ...core, state: 'unknown', sentAt, failure: event.failure };
    case 'woke':
      return { ...core, state: 'unknown', sentAt, failure: INTERRUPTED };
    default:
      return undefined;
  }
}

function fromRunning(job: JobIn<'running'>, event: JobEvent, now: number): Job | undefined {
  const core = coreOf(job);
  const { sentAt, operation } = job;
  switch (event.type) {
    case 'reported':
      return event.status === job.status ? undefined : { ...job, status: event.status };
    case 'finished':
      return { ...core, state: 'done', sentAt, endedAt: now, result: event.result };
    case 'broke':
      return { ...core, state: 'failed', endedAt: now, failure: event.failure };
    case 'expired':
      return now < job.deadlineAt
        ? undefined
        : { ...core, state: 'failed', endedAt: now, failure: LATE, operation };
    case 'cancel':
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
  const { operation, sentAt } = job;
  if (event.type !== 'revive' || operation === undefined || sentAt === undefined) return undefined;
  return running({ ...job, sentAt }, { operation, status: PENDING }, now);
}

function running(
  job: Job & { readonly sentAt: number },
  { operation, status }: { readonly operation: string; readonly status: string },
  now: number,
): Job {
  return {
    ...coreOf(job),
    state: 'running',
    sentAt: job.sentAt,
    operation,
    status,
    deadlineAt: deadlineAt(job.request.action, now),
  };
}
