import { exhaustive } from '@/lib/base/exhaustive';
import type { Failure } from '@/lib/flow/failure';
import { coreOf, type Job, type JobResult } from './job';

/** All that can happen to a job. */
export type JobEvent =
  /** Its turn has come. */
  | { readonly type: 'submit' }
  /** Flow took it and named the operation. */
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
      return event.type === 'forget'
        ? { ...coreOf(job), state: 'cancelled', endedAt: now, was: 'unknown' }
        : undefined;
    case 'done':
    case 'failed':
    case 'cancelled':
      return undefined;
    default:
      return exhaustive(job);
  }
}

function fromWaiting(job: Job, event: JobEvent, now: number): Job | undefined {
  if (event.type === 'submit') return { ...coreOf(job), state: 'submitting', sentAt: now };
  if (event.type === 'cancel')
    return { ...coreOf(job), state: 'cancelled', endedAt: now, was: 'waiting' };
  return undefined;
}

const INTERRUPTED: Failure = { kind: 'interrupted', charged: 'unknown' };

function fromSubmitting(
  job: Extract<Job, { state: 'submitting' }>,
  event: JobEvent,
  now: number,
): Job | undefined {
  const core = coreOf(job);
  const { sentAt } = job;
  switch (event.type) {
    case 'accepted':
      return {
        ...core,
        state: 'running',
        sentAt,
        operation: event.operation,
        status: event.status,
      };
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

function fromRunning(
  job: Extract<Job, { state: 'running' }>,
  event: JobEvent,
  now: number,
): Job | undefined {
  const core = coreOf(job);
  switch (event.type) {
    case 'reported':
      return event.status === job.status ? undefined : { ...job, status: event.status };
    case 'finished':
      return { ...core, state: 'done', sentAt: job.sentAt, endedAt: now, result: event.result };
    case 'broke':
      return { ...core, state: 'failed', endedAt: now, failure: event.failure };
    case 'cancel':
      return { ...core, state: 'cancelled', endedAt: now, was: 'running' };
    default:
      return undefined;
  }
}
