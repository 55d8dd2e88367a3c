import type { Failure } from '@/lib/flow/failure';
import type { Job } from '@/lib/jobs/job';
import { decide } from '@/lib/jobs/retry';
import { INTERRUPTED } from '@/lib/jobs/transition';
import type { SubmitOutcome } from '@/lib/labs/client';
import { brake, release } from './brake';
import { dispatch } from './dispatch';
import type { QueuePorts } from './ports';
import { othersMayGiveBack } from './refunds';
import { resultOf } from './result';

/** A balance, and when it was asked for (epoch ms). */
export interface Balance {
  readonly credits: number;
  readonly askedAt: number;
}

/** What Flow said to a submit, and the balance before it where that was sure. */
export interface Answer {
  readonly outcome: SubmitOutcome;
  readonly before: Balance | undefined;
}

/** Answers that are not stored yet, by job: Flow gives each of them only once. */
export type Answers = Map<string, Answer>;

/**
 * Ends every submit that nobody is at any more. An answer that could not be stored is stored now. One
 * that nobody heard may have been charged, so its job becomes unknown, is looked for, and is never sent
 * again by itself; it counts like any other submit without an answer.
 *
 * @throws while it cannot be stored
 */
export async function endSubmits(ports: QueuePorts, answers: Answers): Promise<void> {
  for (const job of await ports.jobs.open()) {
    if (job.state !== 'submitting') continue;
    const answer = answers.get(job.id);
    if (answer) await settleSubmit(ports, job, answer);
    else {
      await brake(ports, job, INTERRUPTED);
      await dispatch(ports, job.id, { type: 'woke' });
    }
  }
  answers.clear();
}

/** Stores what became of a submit; the hold that it asks for counts before that. */
export async function settleSubmit(
  ports: QueuePorts,
  job: Job,
  { outcome, before }: Answer,
): Promise<void> {
  if (outcome.type === 'failed') return settleFailure(ports, job, outcome.failure);
  const { balance } = outcome;
  if (outcome.type === 'nothing') {
    const started = await mayHaveStarted(ports, job, before, balance);
    await settleFailure(ports, job, started ? UNREADABLE : NOTHING);
  } else await accept(ports, job, outcome);
  if (balance !== undefined) await ports.session.setBalance(job.account, balance, ports.now());
}

const UNREADABLE: Failure = { kind: 'unreadable', charged: 'unknown' };
const NOTHING: Failure = { kind: 'nothing', charged: 'no' };

/**
 * An answer without an operation started nothing where the balance did not move. Another job of the
 * account that may give its price back in the same moment would hide a charge.
 */
async function mayHaveStarted(
  ports: QueuePorts,
  job: Job,
  before: Balance | undefined,
  after: number | undefined,
): Promise<boolean> {
  if (before === undefined || before.credits !== after) return true;
  return othersMayGiveBack(ports, job.account, [job.id], before.askedAt);
}

/** @param mediaId the clip that a job of unknown outcome will have, where the answer names it */
async function settleFailure(
  ports: QueuePorts,
  job: Job,
  failure: Failure,
  mediaId?: string,
): Promise<void> {
  const decision = decide(failure);
  if (decision !== 'renew') await brake(ports, job, failure);
  switch (decision) {
    case 'unknown':
      await dispatch(ports, job.id, { type: 'lost', failure, mediaId });
      return;
    case 'fail':
      await dispatch(ports, job.id, { type: 'refused', failure });
      return;
    case 'hold':
    case 'renew':
      await dispatch(ports, job.id, { type: 'postponed' });
  }
}

async function accept(
  ports: QueuePorts,
  job: Job,
  { operation, balance }: Extract<SubmitOutcome, { type: 'answered' }>,
): Promise<void> {
  if (operation.progress === 'done') {
    const { result, extras } = resultOf(job, operation);
    await dispatch(ports, job.id, { type: 'finished', result }, { balance, extras });
  } else if (operation.name !== undefined) {
    const { name, form, status } = operation;
    const event = { type: 'accepted', operation: name, form, status } as const;
    await dispatch(ports, job.id, event, { balance });
  } else {
    return settleFailure(ports, job, UNREADABLE, operation.mediaId);
  }
  await release(ports);
}
